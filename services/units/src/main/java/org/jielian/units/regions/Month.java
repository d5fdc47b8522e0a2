package org.jielian.units.regions;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jielian.foundation.problems.CommonProblem;

/** A month as a parameter of a call, {@code 2025-06}. */
public record Month(YearMonth value) {
    /** Called by the framework. */
    public static Month fromString(String text) {
        try {
            return new Month(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            throw CommonProblem.INVALID.because("月份应写作 2025-06，而不是 %s", "a month is written 2025-06, not %s", text);
        }
    }
}
