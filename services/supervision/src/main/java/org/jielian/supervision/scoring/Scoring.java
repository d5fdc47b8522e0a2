package org.jielian.supervision.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Sense;
import org.jielian.contracts.StandardPackage.Threshold;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;

/**
 * The points of one item from what was found, by the eight scoring functions of a standard. Nothing is rounded before it is compared; points
 * are rounded half up to four decimals, once.
 */
public final class Scoring {
    public static final int DECIMALS = 4;
    static final MathContext EXACT_ENOUGH = new MathContext(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);
    private static final Set<String> GRADES = Set.of("0", "50", "100");

    /** Ratio to the average up to which a band reaches, and its sevenths of the points, best first. */
    private static final Map<String, Integer> SEVENTHS = Map.of("0.9", 7, "1.0", 6, "1.1", 5, "1.2", 4);

    private static final List<String> BANDS = List.of("0.9", "1.0", "1.1", "1.2");

    /** Per cent of the points for keeping to a limit of the quota. */
    private static final Map<Bound, Integer> TIERS =
            Map.of(Bound.GUIDANCE, 100, Bound.BASELINE, 80, Bound.CONSTRAINT, 60);

    /**
     * Points of an item.
     *
     * @param content the standard, whose quotas TIER items are compared with
     * @throws ProblemException INVALID naming the item when what was found does not fit its function
     */
    public static BigDecimal points(Item item, Found found, StandardPackage content) {
        if (found == null || found.value() == null) throw wrong(item, "请填写数值", "give what was found");
        if (item.function() != ScoringFunction.TARGET && found.value().signum() < 0) {
            throw wrong(item, "数值不能为负", "it can't be negative");
        }
        return of(item, share(item, found, content));
    }

    /** Whether an item does what a binding one has to: all of its points, or any for those that come in steps. */
    public static boolean satisfied(Item item, BigDecimal points) {
        return switch (item.function()) {
            case TIER, BAND, DOC -> points.signum() > 0;
            default -> points.compareTo(item.points()) >= 0;
        };
    }

    private static BigDecimal of(Item item, BigDecimal share) {
        BigDecimal points = item.points()
                .multiply(share.max(BigDecimal.ZERO).min(BigDecimal.ONE))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
        // full points are for the whole: what falls short of it by less than is shown must not become it
        boolean roundedUpToAll = share.compareTo(BigDecimal.ONE) < 0 && points.compareTo(item.points()) >= 0;
        return roundedUpToAll ? points.subtract(BigDecimal.ONE.movePointLeft(DECIMALS)) : points;
    }

    private static BigDecimal share(Item item, Found found, StandardPackage content) {
        return switch (item.function()) {
            case TARGET -> found.value().divide(HUNDRED, EXACT_ENOUGH);
            case TIER -> tier(item, found.value(), content);
            case BAND -> band(found.value(), positive(item, found.of()));
            case COVER -> cover(item, found.value(), positive(item, found.of()));
            case COUNT -> whole(item, found.value()).divide(cap(item), EXACT_ENOUGH);
            case BOOL -> bool(item, found.value());
            case SAMPLE -> sample(item, whole(item, found.value()), whole(item, positive(item, found.of())));
            case DOC -> grade(item, found.value());
        };
    }

    private static BigDecimal tier(Item item, BigDecimal value, StandardPackage content) {
        List<Quota> rows = content.quotas().stream()
                .filter(q -> q.indicator() == item.indicator() && q.type().equals("AGENCY"))
                .toList();
        // which of several rows is the right one is decided by the register, not by whoever fills in a form
        if (rows.size() != 1) throw wrong(item, "标准没有唯一适用的定额", "the standard has not exactly one quota for it");
        for (Bound bound : List.of(Bound.GUIDANCE, Bound.BASELINE, Bound.CONSTRAINT)) {
            BigDecimal limit = rows.get(0).values().get(bound);
            if (limit != null && value.compareTo(limit) <= 0) {
                return BigDecimal.valueOf(TIERS.get(bound)).divide(HUNDRED, EXACT_ENOUGH);
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal band(BigDecimal own, BigDecimal average) {
        for (String band : BANDS) {
            if (own.compareTo(average.multiply(new BigDecimal(band))) <= 0) {
                return BigDecimal.valueOf(SEVENTHS.get(band)).divide(SEVEN, EXACT_ENOUGH);
            }
        }
        return BigDecimal.ZERO;
    }

    /** A share that a threshold asks for is all that is asked for. */
    private static BigDecimal cover(Item item, BigDecimal covered, BigDecimal of) {
        if (covered.compareTo(of) > 0) throw wrong(item, "分子不能大于分母", "more is covered than there is");
        BigDecimal share = covered.divide(of, EXACT_ENOUGH);
        Threshold asked = item.threshold();
        if (asked == null || !"%".equals(asked.unit()) || asked.value().signum() <= 0) return share;
        return covered.multiply(HUNDRED).divide(of.multiply(asked.value()), EXACT_ENOUGH);
    }

    private static BigDecimal cap(Item item) {
        if (item.frequency() != null && item.frequency() > 0) return BigDecimal.valueOf(item.frequency());
        if (item.threshold() != null && item.threshold().value().signum() > 0)
            return item.threshold().value();
        return BigDecimal.ONE;
    }

    private static BigDecimal bool(Item item, BigDecimal value) {
        Threshold asked = item.threshold();
        if (asked != null) {
            int side = value.compareTo(asked.value());
            boolean kept = asked.sense() == Sense.AT_MOST ? side <= 0 : side >= 0;
            return kept ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        if (value.compareTo(BigDecimal.ONE) == 0) return BigDecimal.ONE;
        if (value.signum() == 0) return BigDecimal.ZERO;
        throw wrong(item, "请填 1（是）或 0（否）", "it is 1 for yes or 0 for no");
    }

    /** Samples that should have been taken and were not count as failed. */
    private static BigDecimal sample(Item item, BigDecimal failed, BigDecimal taken) {
        if (failed.compareTo(taken) > 0) throw wrong(item, "不合格数不能大于抽查数", "more samples failed than were taken");
        BigDecimal asked =
                item.threshold() == null ? BigDecimal.ONE : item.threshold().value();
        BigDecimal all = taken.max(asked);
        return taken.subtract(failed).divide(all, EXACT_ENOUGH);
    }

    private static BigDecimal grade(Item item, BigDecimal grade) {
        if (!GRADES.contains(grade.stripTrailingZeros().toPlainString())) {
            throw wrong(item, "评分只能是 0、50 或 100", "a grade is 0, 50 or 100");
        }
        return grade.divide(HUNDRED, EXACT_ENOUGH);
    }

    private static BigDecimal positive(Item item, BigDecimal of) {
        if (of == null || of.signum() <= 0) {
            throw wrong(
                    item,
                    "请填写大于零的总数；没有的，请标记为不适用",
                    "give of how much, more than zero; mark the item as not applicable if there is none");
        }
        return of;
    }

    private static BigDecimal whole(Item item, BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) throw wrong(item, "请填整数", "it is a whole number");
        return number;
    }

    private static ProblemException wrong(Item item, String zh, String en) {
        return CommonProblem.INVALID.because("%s " + zh, "%s: " + en, item.code());
    }

    private Scoring() {}
}
