package org.jielian.directory;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Dated facts as ranges of months: each holds from its month until the next one begins. */
final class Months {
    /** Later than any month. */
    static final String OPEN = "9999-12";

    /** A dated fact and how long it holds; {@code to} is the first month in which it no longer does. */
    record Range<T>(T what, String from, String to) {}

    /** Ranges of facts given in any order; the last one ends with {@code closedFrom}, which may be {@code null}. */
    static <T> List<Range<T>> ranges(List<T> dated, Function<T, YearMonth> from, YearMonth closedFrom) {
        List<T> ordered =
                dated.stream().sorted(java.util.Comparator.comparing(from)).toList();
        String end = closedFrom == null ? OPEN : closedFrom.toString();
        List<Range<T>> ranges = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            String begin = from.apply(ordered.get(i)).toString();
            String next =
                    i + 1 < ordered.size() ? from.apply(ordered.get(i + 1)).toString() : OPEN;
            String to = next.compareTo(end) < 0 ? next : end;
            if (begin.compareTo(to) < 0) ranges.add(new Range<>(ordered.get(i), begin, to));
        }
        return ranges;
    }

    private Months() {}
}
