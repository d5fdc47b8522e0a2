package org.jielian.portal.figures;

import java.math.BigDecimal;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * One figure on a card.
 *
 * @param exact the figure in its base unit, for who needs every digit
 * @param change against the year before; {@code null} when one of the two is missing
 */
public record Kpi(String code, String label, String value, String unit, String exact, Cover cover, Change change) {
    static Kpi of(Measure measure, Rollup now, Rollup before, Words words) {
        BigDecimal value = measure.in(now);
        return new Kpi(
                measure.code(),
                measure.label(words),
                Numbers.format(value, measure.decimals()),
                measure.unit(words),
                Numbers.exact(measure.raw(now)),
                new Cover(measure.reports(now), now.units().expected()),
                Change.between(measure.raw(before), measure.raw(now)));
    }
}
