package org.jielian.metrics.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.metrics.coefficients.CoefficientSet;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Coal equivalent of single reports by the set of the national survey, exact: for a line that is shown, and for the order of lines. */
@Singleton
class Energy {
    @Inject
    Quantities quantities;

    @Inject
    Coefficients coefficients;

    /** {@code null} when no energy was reported. */
    BigDecimal kgce(Map<String, BigDecimal> reported, int year) {
        Map<Quantity, BigDecimal> sums = new HashMap<>();
        reported.forEach((code, value) -> sums.put(quantities.find(code), value));
        return usual().kgce(sums, year);
    }

    /** The same as SQL over the report {@code p}, made of the coefficients alone. */
    String sql(int year) {
        List<String> carriers = new ArrayList<>();
        List<String> terms = new ArrayList<>();
        for (Quantity quantity : quantities.all()) {
            usual().of(quantity, year).filter(c -> c.isEnergy()).ifPresent(c -> {
                carriers.add("'" + quantity.code() + "'");
                terms.add("coalesce(cast(p.quantities ->> '%s' as numeric), 0) * %s"
                        .formatted(quantity.code(), c.kgce(BigDecimal.ONE).toPlainString()));
            });
        }
        if (terms.isEmpty()) return "cast(null as numeric)";
        return "case when jsonb_exists_any(p.quantities, array[%s]) then %s end"
                .formatted(String.join(", ", carriers), String.join(" + ", terms));
    }

    private CoefficientSet usual() {
        return coefficients.require(Coefficients.USUAL);
    }
}
