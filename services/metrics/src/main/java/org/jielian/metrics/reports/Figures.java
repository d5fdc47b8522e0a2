package org.jielian.metrics.reports;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit says of a month.
 *
 * @param quantities by quantity code; what was not reported is absent
 * @param headcount people using energy, average of the month
 * @param floorArea square metres
 * @param remarks what it says beside the figures
 */
record Figures(Map<String, BigDecimal> quantities, BigDecimal headcount, BigDecimal floorArea, Remarks remarks) {
    Figures {
        quantities = new TreeMap<>(quantities);
        remarks = remarks == null ? Remarks.NONE : remarks;
    }

    /** Whether both say the same, however many zeros stand behind the point. */
    boolean sameAs(Figures other) {
        return headcount.compareTo(other.headcount) == 0
                && floorArea.compareTo(other.floorArea) == 0
                && quantities.keySet().equals(other.quantities.keySet())
                && quantities.entrySet().stream()
                        .allMatch(q -> q.getValue().compareTo(other.quantities.get(q.getKey())) == 0)
                && remarks.equals(other.remarks);
    }
}
