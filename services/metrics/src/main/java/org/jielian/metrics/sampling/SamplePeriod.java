package org.jielian.metrics.sampling;

import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import org.jielian.foundation.problems.CommonProblem;

/**
 * The month or the year a sample is about.
 *
 * @param from its first month, {@code to} the first month after it, as the tables write them
 */
record SamplePeriod(String text, String from, String to) {
    static SamplePeriod of(String text) {
        try {
            if (text != null && text.matches("\\d{4}")) {
                Year year = Year.parse(text);
                return new SamplePeriod(
                        text,
                        year.atMonth(1).toString(),
                        year.plusYears(1).atMonth(1).toString());
            }
            if (text != null && text.matches("\\d{4}-\\d{2}")) {
                YearMonth month = YearMonth.parse(text);
                return new SamplePeriod(text, text, month.plusMonths(1).toString());
            }
        } catch (DateTimeException noSuchMonth) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RuntimeException invalid(String text) {
        return CommonProblem.INVALID.because(
                "period 应为 2025 或 2025-06，不是 %s", "the period must be such as 2025 or 2025-06, not %s", text);
    }
}
