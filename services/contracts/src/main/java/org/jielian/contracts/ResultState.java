package org.jielian.contracts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How a unit stands in a year by a standard, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the older one entirely.
 *
 * @param unitCode the unit
 * @param standardCode the standard
 * @param year the year evaluated
 * @param version grows with every change of the result
 * @param release key of the release it was evaluated with; {@code null} when no release judges the year any more, and then nothing else holds
 * @param coefficientSet the coefficient set energy was computed with
 * @param coefficientVersion its version
 * @param provisional whether months of the year are missing
 * @param indicators what is limited by a quota that was found for the unit
 */
public record ResultState(
        String unitCode,
        String standardCode,
        int year,
        long version,
        String release,
        String coefficientSet,
        Long coefficientVersion,
        boolean provisional,
        List<Position> indicators) {
    public static final String TOPIC = "supervision.result.v1";

    /**
     * One figure against its quota.
     *
     * @param indicator such as {@code E_CAP}
     * @param value in the indicator's unit; {@code null} when it can't be known
     * @param bounds the limits by name
     * @param band such as {@code WITHIN_BASELINE}; {@code null} without a value
     */
    public record Position(String indicator, BigDecimal value, Map<String, BigDecimal> bounds, String band) {}

    /** The fact's key: unit, standard, year. */
    public String key() {
        return unitCode + "/" + standardCode + "/" + year;
    }
}
