package org.jielian.supervision.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.CoefficientsState.Coefficient;

/** Coefficients and units as tests need them. */
public final class Facts2025 {
    public static final CoefficientsState QUOTA = new CoefficientsState(
            "QUOTA",
            1,
            "定额口径",
            "Quota standards",
            List.of(
                    of("electricityKwh", "0.31", "0.5366"),
                    of("naturalGasM3", "1.2143", "2.1622"),
                    of("gasolineL", "1.074122", "2.135323"),
                    of("heatGj", "34.12", "110"),
                    of("waterM3", "0", "0")),
            List.of(new CoefficientsState.Form("2020", YearMonth.of(2020, 1))));

    private static Coefficient of(String quantity, String kgce, String co2) {
        return new Coefficient(quantity, 2020, "-", new BigDecimal(kgce), new BigDecimal(co2));
    }

    /** A county's agency in zone B: the same use, people and area each month. */
    static Subject agency(String heating, int months, Map<String, BigDecimal> monthly, int headcount, int area) {
        return new Subject(
                "U",
                true,
                "331102",
                "AGENCY",
                null,
                null,
                "COUNTY",
                heating,
                List.of("331102", "331100", "330000"),
                12,
                Map.of(2025, months(months, monthly, headcount, area)));
    }

    static YearSums months(int months, Map<String, BigDecimal> monthly, int headcount, int area) {
        YearSums sums = YearSums.NONE;
        for (int i = 0; i < months; i++) {
            sums = sums.plus(monthly, BigDecimal.valueOf(headcount), BigDecimal.valueOf(area), 1, true, null);
        }
        return sums;
    }

    private Facts2025() {}
}
