package org.jielian.portal.unit;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Report;

/** A unit's reports by month. */
final class Months {
    private final TreeMap<YearMonth, Report> reports;

    Months(List<Report> reports) {
        Map<YearMonth, Report> byMonth =
                reports.stream().collect(Collectors.toMap(Report::period, Function.identity(), (a, b) -> b));
        this.reports = new TreeMap<>(byMonth);
    }

    Optional<Report> find(YearMonth month) {
        return Optional.ofNullable(reports.get(month));
    }

    /** {@code null} where there is none or it was withdrawn. */
    Report standing(YearMonth month) {
        return find(month).filter(Report::stands).orElse(null);
    }

    /** The latest month with a report. */
    Optional<YearMonth> latest() {
        return reports.isEmpty() ? Optional.empty() : Optional.of(reports.lastKey());
    }
}
