package org.jielian.metrics.validation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Months that stood earlier in the same file, in memory: a preview writes none of them, and they belong to the history of later rows all
 * the same. Keeps the last {@value #MOST} rows, so that a file of any length takes no more memory; files list a unit's months together, or
 * all units of a month after each other.
 */
public final class MonthsOfFile {
    private static final int MOST = 20_000;

    private final LinkedHashMap<String, Map<YearMonth, Month>> byUnit = new LinkedHashMap<>();
    private int kept;

    void add(Subject subject) {
        Map<YearMonth, Month> months = byUnit.computeIfAbsent(subject.unitCode(), unit -> new HashMap<>());
        if (months.put(subject.month().period(), subject.month()) == null) kept++;
        var oldest = byUnit.entrySet().iterator();
        while (kept > MOST) {
            kept -= oldest.next().getValue().size();
            oldest.remove();
        }
    }

    Map<YearMonth, Month> of(String unitCode) {
        return byUnit.getOrDefault(unitCode, Map.of());
    }
}
