package org.jielian.supervision.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;

/**
 * All items of a unit together. Items that are not applicable leave numerator and denominator: the score is 100 * got / applicable.
 *
 * @param got sum of the points
 * @param applicable what the applicable items are worth
 * @param score 0 to 100, rounded half up to four decimals; {@code null} if nothing is applicable
 * @param missing codes of the items nobody scored; they count as applicable with nothing
 * @param failing codes of the binding items that are scored and not satisfied: each of them is a veto
 * @param passes whether every item is scored, no binding one fails, and the score before rounding reaches the pass line
 */
public record Total(
        BigDecimal got,
        BigDecimal applicable,
        BigDecimal score,
        List<String> missing,
        List<String> failing,
        boolean passes) {
    /** @param scores the score that holds of each item, by code; absent for those nobody scored */
    public static Total of(StandardPackage content, Map<String, Score> scores) {
        BigDecimal got = BigDecimal.ZERO;
        BigDecimal applicable = BigDecimal.ZERO;
        List<String> missing = new ArrayList<>();
        List<String> failing = new ArrayList<>();
        for (Item item : content.items()) {
            Score score = scores.get(item.code());
            if (score != null && !score.applicable()) continue;
            applicable = applicable.add(item.points());
            if (score == null) {
                missing.add(item.code());
                continue;
            }
            got = got.add(score.points());
            if (item.binding() && !Scoring.satisfied(item, score.points())) failing.add(item.code());
        }
        // compared as sums, so that no division is rounded before the comparison
        boolean enough = applicable.signum() > 0
                && got.multiply(BigDecimal.valueOf(100)).compareTo(applicable.multiply(content.passLine())) >= 0;
        return new Total(
                got,
                applicable,
                score(got, applicable),
                missing,
                failing,
                missing.isEmpty() && failing.isEmpty() && enough);
    }

    private static BigDecimal score(BigDecimal got, BigDecimal applicable) {
        if (applicable.signum() == 0) return null;
        return got.multiply(BigDecimal.valueOf(100)).divide(applicable, Scoring.DECIMALS, RoundingMode.HALF_UP);
    }
}
