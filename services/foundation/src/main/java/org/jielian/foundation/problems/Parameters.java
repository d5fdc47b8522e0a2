package org.jielian.foundation.problems;

import java.util.Arrays;

/** Parameters and fields of requests, checked the same way in every service; whoever gets one wrong is told which, and what was given. */
public final class Parameters {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** What was given, which must not be blank. */
    public static String required(String name, String value) {
        if (blankToNull(value) == null) {
            throw CommonProblem.INVALID.because("请给出参数 %s", "the parameter %s is missing", name);
        }
        return value;
    }

    /** A calendar year of this century, which must be given. */
    public static int year(Integer year) {
        if (year == null || year < FIRST_YEAR || year > LAST_YEAR) throw invalid("year", String.valueOf(year));
        return year;
    }

    /** One of the known words; {@code null} for none given. */
    public static String among(String name, String value, String... known) {
        String asked = blankToNull(value);
        if (asked == null || Arrays.asList(known).contains(asked)) return asked;
        throw invalid(name, value);
    }

    /** The name of one of the constants; {@code null} for none given. */
    public static String among(String name, String value, Enum<?>[] known) {
        return among(name, value, Arrays.stream(known).map(Enum::name).toArray(String[]::new));
    }

    /** Without surrounding spaces; {@code null} if nothing is left. */
    public static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The refusal of a parameter that is given but can't be used. */
    public static ProblemException invalid(String name, String value) {
        return CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }

    private Parameters() {}
}
