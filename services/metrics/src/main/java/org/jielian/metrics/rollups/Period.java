package org.jielian.metrics.rollups;

import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;

/**
 * The months a figure is asked for.
 *
 * @param asked as the caller wrote it
 * @param first first month
 * @param last last month, included
 */
record Period(String asked, YearMonth first, YearMonth last) {
    /** Ten years; more is a mistake. */
    private static final int MOST = 120;

    Period {
        if (last.isBefore(first)) throw invalid(asked);
        if (first.until(last, ChronoUnit.MONTHS) >= MOST)
            throw CommonProblem.INVALID.because("期间最长 %s 个月", "a period has at most %s months", MOST);
    }

    /** Reads {@code 2025}, {@code 2025-06} or {@code 2025-01..2025-06}; or, given {@code ytd}, that year up to that month. */
    static Period of(String period, String ytd) {
        if ((period == null) == (ytd == null))
            throw CommonProblem.INVALID.because(
                    "请给出 period（如 2025、2025-06、2025-01..2025-06）或 ytd（如 2025-06）",
                    "give period (such as 2025, 2025-06 or 2025-01..2025-06) or ytd (such as 2025-06)");
        if (ytd == null) return parse(period);
        YearMonth last = month(ytd);
        return new Period("%s..%s".formatted(last.withMonth(1), last), last.withMonth(1), last);
    }

    static Period between(String from, String to) {
        return new Period(from + ".." + to, month(from), month(to));
    }

    private static Period parse(String asked) {
        if (asked.matches("\\d{4}")) {
            Year year = Year.parse(asked);
            return new Period(asked, year.atMonth(1), year.atMonth(12));
        }
        int dots = asked.indexOf("..");
        if (dots < 0) return new Period(asked, month(asked), month(asked));
        return new Period(asked, month(asked.substring(0, dots)), month(asked.substring(dots + 2)));
    }

    static YearMonth month(String asked) {
        try {
            if (asked != null && asked.matches("\\d{4}-\\d{2}")) return YearMonth.parse(asked);
        } catch (DateTimeException noSuchMonth) {
            throw invalid(asked);
        }
        throw invalid(asked);
    }

    private static ProblemException invalid(String asked) {
        return CommonProblem.INVALID.because("%s 不是有效的期间", "%s is not a period", asked);
    }

    int months() {
        return (int) first.until(last, ChronoUnit.MONTHS) + 1;
    }

    /** First month, as the tables write it. */
    String from() {
        return first.toString();
    }

    /** First month after the period, as the tables write it. */
    String to() {
        return last.plusMonths(1).toString();
    }
}
