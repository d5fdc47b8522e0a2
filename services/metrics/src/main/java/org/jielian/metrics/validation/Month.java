package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;

/**
 * What a unit reports of a month, as the rules see it.
 *
 * @param quantities by quantity code; what was not reported is absent
 */
public record Month(YearMonth period, Map<String, BigDecimal> quantities, BigDecimal headcount, BigDecimal floorArea) {
    static final String HEADCOUNT = "headcount";
    static final String FLOOR_AREA = "floorArea";

    /** A figure by quantity code, {@value #HEADCOUNT} or {@value #FLOOR_AREA}; {@code null} when it was not reported. */
    BigDecimal figure(String code) {
        return switch (code) {
            case HEADCOUNT -> headcount;
            case FLOOR_AREA -> floorArea;
            default -> quantities.get(code);
        };
    }

    /** The name of a figure in JSON. */
    static String field(String code) {
        return code.equals(HEADCOUNT) || code.equals(FLOOR_AREA) ? code : "quantities." + code;
    }
}
