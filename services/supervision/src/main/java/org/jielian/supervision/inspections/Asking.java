package org.jielian.supervision.inspections;

import java.util.Arrays;
import org.jielian.foundation.problems.CommonProblem;

/** Parameters of lists, checked in one place. */
final class Asking {
    /** One of the known words, or {@code null} for none given. */
    static String among(String name, String value, String... known) {
        String asked = blankToNull(value);
        if (asked == null || Arrays.asList(known).contains(asked)) return asked;
        throw CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }

    static String among(String name, String value, Enum<?>[] known) {
        return among(name, value, Arrays.stream(known).map(Enum::name).toArray(String[]::new));
    }

    static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Asking() {}
}
