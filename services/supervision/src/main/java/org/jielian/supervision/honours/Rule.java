package org.jielian.supervision.honours;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.problems.CommonProblem;

/**
 * By what is selected; with the inputs it gives the same units to whoever applies it.
 *
 * @param indicator of leaders: the figure, the lowest first; {@code null} for demonstration units
 * @param places how many of which type; of a type that is not named nobody is selected
 * @param excluding what excludes a unit
 * @param minScore of demonstration units: the least score of the evaluation with its bonus
 * @param bonusEach points for each figure within its guidance value
 * @param bonusAtMost the most bonus there is
 */
public record Rule(
        Indicator indicator,
        List<Places> places,
        Set<Why> excluding,
        BigDecimal minScore,
        BigDecimal bonusEach,
        BigDecimal bonusAtMost) {
    /** Figures a leader can be found by: each is of the whole year and computed for every unit. */
    private static final Set<Indicator> BY =
            EnumSet.of(Indicator.E_AREA, Indicator.E_AREA_NONHEAT, Indicator.E_CAP, Indicator.EL_AREA, Indicator.W_CAP);

    /**
     * Places of a type: a number, or per cent of those that are ranked, the next whole one.
     *
     * @param number {@code null} where {@code percent} says it
     */
    public record Places(InstitutionType type, Integer number, BigDecimal percent) {
        int of(int ranked) {
            if (number != null) return number;
            return percent.multiply(BigDecimal.valueOf(ranked))
                    .divide(BigDecimal.valueOf(100), 0, java.math.RoundingMode.CEILING)
                    .intValueExact();
        }
    }

    /** @throws org.jielian.foundation.problems.ProblemException INVALID for a rule that decides nothing */
    void check(HonourKind kind) {
        if (places == null || places.isEmpty()) throw invalid("places", "没有名额", "there are no places");
        Set<InstitutionType> types = new HashSet<>();
        for (Places p : places) {
            if (p.type() == null || !types.add(p.type()))
                throw invalid("places", "机构类型缺失或重复", "a type is missing or named twice");
            if ((p.number() == null) == (p.percent() == null)) {
                throw invalid("places", "名额须为数量或比例之一", "places are a number or a per cent, one of them");
            }
            boolean sound = p.number() != null
                    ? p.number() > 0
                    : p.percent().signum() > 0 && p.percent().compareTo(BigDecimal.valueOf(100)) <= 0;
            if (!sound)
                throw invalid("places", "名额须大于 0，比例不超过 100", "places have to be more than none, per cent 100 at most");
        }
        if (excluding == null || excluding.stream().anyMatch(w -> w == null || !w.isRequirement())) {
            throw invalid("excluding", "排除条件无效", "not a condition that can exclude");
        }
        if (kind == HonourKind.LEADER && !BY.contains(indicator)) {
            throw invalid("indicator", "须为 " + BY + " 之一", "has to be one of " + BY);
        }
        if (kind == HonourKind.DEMONSTRATION && (negative(minScore) || negative(bonusEach) || negative(bonusAtMost))) {
            throw invalid("minScore", "入选线和加分须为非负数", "the line and the bonus are numbers from 0 on");
        }
    }

    private static boolean negative(BigDecimal number) {
        return number == null || number.signum() < 0;
    }

    private static RuntimeException invalid(String field, String zh, String en) {
        return CommonProblem.INVALID.because(
                "规则无效：" + field + "：%s", "the rule is not valid: " + field + ": %2$s", zh, en);
    }
}
