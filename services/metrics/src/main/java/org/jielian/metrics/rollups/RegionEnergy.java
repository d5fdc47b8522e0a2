package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.rollups.RollupTable.By;
import org.jielian.metrics.rollups.RollupTable.Span;

/** What a region's month adds up to, for what is set beside it. */
@Singleton
public class RegionEnergy {
    @Inject
    RollupTable table;

    @Inject
    Coefficients coefficients;

    @Inject
    Slots slots;

    /**
     * Coal equivalent in kilograms of all that was reported at and below a region, by the set of the national survey; exact.
     *
     * @return {@code null} when no energy was reported, or its reports have not risen yet
     */
    public BigDecimal kgce(String region, YearMonth month) {
        var span = Span.of(region, new Period(month.toString(), month, month));
        Figures figures = table.sums(List.of(span), By.REGION, Layer.LIVE, null).getOrDefault(region, Figures.NONE);
        Map<String, BigDecimal> sums = figures.sums().quantities();
        Map<Quantity, BigDecimal> byQuantity = new HashMap<>();
        slots.all().values().forEach(q -> byQuantity.put(q, sums.get(q.code())));
        return coefficients.require(Coefficients.USUAL).kgce(byQuantity, month.getYear());
    }
}
