package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReportState.CountsIn;
import org.jielian.contracts.ReportState.Status;

/** One unit's report for one month. */
public record Report(
        String unitCode,
        YearMonth period,
        long version,
        Status status,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Remarks remarks,
        List<Finding> findings,
        Return returned,
        CountsIn countsIn,
        BigDecimal energyKgce,
        Instant submittedAt,
        Instant changedAt,
        String changedBy) {
    public Report {
        quantities = quantities == null ? Map.of() : quantities;
        remarks = remarks == null ? new Remarks(null, null, null) : remarks;
        findings = findings == null ? List.of() : findings;
    }

    /**
     * What the unit says beside its figures.
     *
     * @param bases by quantity code, how it was measured
     * @param explanations by field, why it deviates
     */
    public record Remarks(Map<String, String> bases, String note, Map<String, String> explanations) {
        public Remarks {
            bases = bases == null ? Map.of() : bases;
            explanations = explanations == null ? Map.of() : explanations;
        }
    }

    /** Why it was sent back: as a whole, and cell by cell. */
    public record Return(Instant at, String by, String node, String comment, List<ReturnedCell> cells) {
        public Return {
            cells = cells == null ? List.of() : cells;
        }

        /** What is said of one field; {@code null} when nothing is. */
        public String commentOn(String field) {
            return cells.stream()
                    .filter(c -> field.equals(c.field()))
                    .map(ReturnedCell::comment)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** One figure in question. */
    public record ReturnedCell(String field, String comment) {}

    /** What was reported in that field; {@code null} when nothing was. */
    public BigDecimal figure(String field) {
        return switch (field) {
            case "headcount" -> headcount;
            case "floorArea" -> floorArea;
            default -> quantities.get(field.substring(field.indexOf('.') + 1));
        };
    }

    public boolean isReturned() {
        return status == Status.RETURNED;
    }

    public boolean stands() {
        return status != Status.WITHDRAWN;
    }

    /** What is sent to report or correct a month, as the person wrote it: the service says what is wrong with it. */
    public record Draft(
            Map<String, String> quantities,
            String headcount,
            String floorArea,
            Map<String, String> bases,
            String note,
            Map<String, String> explanations,
            String reason) {}

    /** Why something is done. */
    public record Reason(String reason) {}
}
