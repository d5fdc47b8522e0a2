package org.jielian.supervision.trial;

import java.math.BigDecimal;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.supervision.evaluation.Band;
import org.jielian.supervision.evaluation.Result.Figure;

/**
 * A unit that comes to lie in another band of an indicator.
 *
 * @param value in {@code unit}; the same before and after
 * @param from band now; {@code null} when it has none
 * @param to band then; {@code null} when it has none
 * @param bound the limit that decides
 * @param boundBefore its value now; {@code null} when there is none
 * @param boundAfter its value then
 */
public record Change(
        String unitCode,
        String name,
        String regionCode,
        Indicator indicator,
        String unit,
        BigDecimal value,
        Band from,
        Band to,
        Bound bound,
        BigDecimal boundBefore,
        BigDecimal boundAfter,
        Effect effect) {
    /** What it means for the unit. */
    public enum Effect {
        /** The loosest limit was kept to and is not any more. */
        NEWLY_ABOVE,
        /** The loosest limit was not kept to and now is. */
        NEWLY_WITHIN,
        WORSE,
        BETTER,
        /** A quota appears or is gone. */
        OTHER;

        static Effect of(Band from, Band to) {
            if (from == null || to == null) return OTHER;
            if (from.isWithin() != to.isWithin()) return from.isWithin() ? NEWLY_ABOVE : NEWLY_WITHIN;
            return to.ordinal() < from.ordinal() ? WORSE : BETTER;
        }

        /** Whether it is worse than before. */
        boolean isWorse() {
            return this == WORSE || this == NEWLY_ABOVE;
        }

        boolean isBetter() {
            return this == BETTER || this == NEWLY_WITHIN;
        }
    }

    static Change of(String unit, String name, String region, Figure before, Figure after) {
        Band from = before == null ? null : before.band();
        Effect effect = Effect.of(from, after.band());
        Band deciding = effect.isWorse() ? from : after.band();
        Bound bound = deciding == null ? null : deciding.bound();
        return new Change(
                unit,
                name,
                region,
                after.indicator(),
                after.unit(),
                after.value(),
                from,
                after.band(),
                bound,
                limit(before, bound),
                limit(after, bound),
                effect);
    }

    private static BigDecimal limit(Figure figure, Bound bound) {
        return figure == null || figure.bounds() == null || bound == null
                ? null
                : figure.bounds().get(bound);
    }
}
