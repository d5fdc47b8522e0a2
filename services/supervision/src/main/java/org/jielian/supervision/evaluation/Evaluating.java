package org.jielian.supervision.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.contracts.StandardPackage.TargetKind;
import org.jielian.supervision.evaluation.Amounts.Amount;
import org.jielian.supervision.evaluation.Missing.Code;
import org.jielian.supervision.evaluation.Result.Basis;
import org.jielian.supervision.evaluation.Result.Figure;
import org.jielian.supervision.evaluation.Result.ItemPoints;
import org.jielian.supervision.evaluation.Result.Next;
import org.jielian.supervision.evaluation.Result.Row;
import org.jielian.supervision.evaluation.Result.TargetPosition;
import org.jielian.supervision.scoring.Found;
import org.jielian.supervision.scoring.Scoring;

/**
 * The one function that says how a unit or region stands: facts, a package and a coefficient set in, a result out, and nothing else.
 * Results, trials and results by another release are all made by it. Nothing is rounded before it is compared; what is shown is rounded
 * half up, once.
 */
public final class Evaluating {
    /** What a year of a standard is evaluated by. */
    public record Rules(String standardCode, String release, StandardPackage content, CoefficientsState coefficients) {}

    static final int DECIMALS = 4;
    private static final MathContext EXACT_ENOUGH = new MathContext(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Indicator> LIMITED =
            List.of(Indicator.E_AREA_NONHEAT, Indicator.E_CAP, Indicator.EL_AREA, Indicator.W_CAP);
    private static final List<Indicator> WITHOUT_QUOTA = List.of(Indicator.E_AREA, Indicator.CO2_AREA);
    /** Shares of the points of a TIER item, 6.3 of the published scoring: guidance, baseline, constraint, above. */
    private static final Map<Band, BigDecimal> TIER_PER_CENT = Map.of(
            Band.WITHIN_GUIDANCE,
            HUNDRED,
            Band.WITHIN_BASELINE,
            BigDecimal.valueOf(80),
            Band.WITHIN_CONSTRAINT,
            BigDecimal.valueOf(60),
            Band.ABOVE_CONSTRAINT,
            BigDecimal.ZERO);

    private final Subject subject;
    private final Rules rules;
    private final int year;
    private final Amounts amounts;
    private final Row row;

    private Evaluating(Subject subject, Rules rules, int year) {
        this.subject = subject;
        this.rules = rules;
        this.year = year;
        this.amounts = new Amounts(subject, rules.coefficients(), year);
        this.row = subject.unit() ? QuotaRows.rowOf(subject, rules.content()) : null;
    }

    /** How the subject stands in the year. */
    public static Result of(Subject subject, Rules rules, int year) {
        return new Evaluating(subject, rules, year).result();
    }

    private Result result() {
        List<Figure> figures = new ArrayList<>();
        LIMITED.forEach(indicator -> figures.add(limited(indicator)));
        WITHOUT_QUOTA.forEach(indicator -> figures.add(plain(indicator, amounts.of(indicator), null)));
        List<TargetPosition> targets =
                rules.content().targets().stream().map(this::target).toList();
        YearSums sums = subject.in(year);
        return new Result(
                subject.node(),
                subject.unit() ? "UNIT" : "REGION",
                subject.regionCode(),
                rules.standardCode(),
                year,
                sums.reports() < subject.monthsExpected(),
                subject.monthsExpected(),
                sums.reports(),
                basis(),
                row,
                figures,
                targets,
                subject.unit() ? points(figures, targets) : List.of());
    }

    private Basis basis() {
        CoefficientsState set = rules.coefficients();
        return new Basis(
                rules.release(),
                rules.content().coefficientSet(),
                set == null ? null : set.version(),
                set == null ? null : String.join(",", set.formsOf(year)));
    }

    private Figure limited(Indicator indicator) {
        Amount amount = amounts.of(indicator);
        if (!subject.unit()) return plain(indicator, amount, Code.QUOTAS_ARE_FOR_UNITS.missing());
        QuotaRows.Found found = QuotaRows.find(rules.content(), indicator, row);
        if (found.quota() == null) return plain(indicator, amount, found.missing());
        Quota quota = found.quota();
        Position position = amount.value() == null ? new Position(null, null) : Position.of(amount.value(), quota);
        return new Figure(
                indicator,
                indicator.unit(),
                rounded(amount.value()),
                quota.key(),
                quota.values(),
                position.band(),
                position.next(),
                amount.missing(),
                amount.notes());
    }

    private static Figure plain(Indicator indicator, Amount amount, Missing noBand) {
        Missing missing = amount.missing() == null ? noBand : amount.missing();
        return new Figure(
                indicator, indicator.unit(), rounded(amount.value()), null, null, null, null, missing, amount.notes());
    }

    private record Position(Band band, Next next) {
        /** Limits are kept from the loosest to the strictest; lower is better for all of them. */
        static Position of(BigDecimal value, Quota quota) {
            Band band = Band.above(quota.values().keySet().iterator().next());
            for (Map.Entry<Bound, BigDecimal> limit : quota.values().entrySet()) {
                if (value.compareTo(limit.getValue()) > 0) {
                    BigDecimal less = rounded(value.subtract(limit.getValue()));
                    return new Position(band, new Next(Band.within(limit.getKey()), limit.getValue(), less));
                }
                band = Band.within(limit.getKey());
            }
            return new Position(band, null);
        }
    }

    private TargetPosition target(Target target) {
        if (target.kind() != TargetKind.DECLINE || target.baseYear() == null) {
            return position(target, null, null, null, null, Code.NOT_COMPUTED);
        }
        Amount now = amounts.of(target.indicator());
        if (now.missing() != null)
            return position(target, null, null, null, null, now.missing().code());
        Amount base = new Amounts(subject, rules.coefficients(), target.baseYear()).of(target.indicator());
        if (base.value() == null || base.value().signum() == 0) {
            return position(target, null, now.value(), null, null, Code.NO_BASE_YEAR);
        }
        // a part of a year is no measure of a year
        if (!subject.isWhole(target.baseYear())) {
            return position(target, base.value(), now.value(), null, null, Code.BASE_YEAR_INCOMPLETE);
        }
        if (!subject.isWhole(year)) {
            return position(target, base.value(), now.value(), null, null, Code.YEAR_INCOMPLETE);
        }
        BigDecimal decline =
                base.value().subtract(now.value()).multiply(HUNDRED).divide(base.value(), EXACT_ENOUGH);
        Code notYet = year < target.year() ? Code.NOT_DUE : null;
        Boolean met = notYet == null ? decline.compareTo(target.value()) >= 0 : null;
        return position(target, base.value(), now.value(), decline, met, notYet);
    }

    private TargetPosition position(
            Target t, BigDecimal base, BigDecimal value, BigDecimal decline, Boolean met, Code missing) {
        BigDecimal rate = decline == null || t.value().signum() == 0
                ? null
                : decline.multiply(HUNDRED).divide(t.value(), EXACT_ENOUGH);
        return new TargetPosition(
                t.code(),
                t.name(),
                t.kind(),
                t.indicator(),
                t.indicator().unit(),
                t.baseYear(),
                t.year(),
                t.value(),
                rounded(base),
                rounded(value),
                rounded(decline),
                rounded(rate),
                met,
                isBinding(t),
                missing == null ? null : missing.missing());
    }

    private boolean isBinding(Target target) {
        return rules.content().items().stream()
                .anyMatch(item -> item.binding()
                        && item.function() == ScoringFunction.TARGET
                        && item.indicator() == target.indicator());
    }

    private List<ItemPoints> points(List<Figure> figures, List<TargetPosition> targets) {
        return rules.content().items().stream()
                .filter(item -> item.kind() == Kind.QUANTITATIVE && item.indicator() != null)
                .map(item -> points(item, figures, targets))
                .toList();
    }

    private ItemPoints points(Item item, List<Figure> figures, List<TargetPosition> targets) {
        YearSums sums = subject.in(year);
        if (item.indicator() == Indicator.REPORTED_SHARE) return reported(item, sums.reports());
        if (item.indicator() == Indicator.REPORTED_ON_TIME) return reported(item, sums.onTime());
        if (item.function() == ScoringFunction.TIER) {
            Optional<Figure> figure = figures.stream()
                    .filter(f -> f.indicator() == item.indicator())
                    .findFirst();
            Optional<BigDecimal> share = figure.map(Figure::band).map(TIER_PER_CENT::get);
            if (share.isPresent()) return given(item, share.get());
            return none(item, figure.map(Figure::missing).orElse(null));
        }
        if (item.function() == ScoringFunction.TARGET) return target(item, targets);
        return none(item, null);
    }

    /** Of the months that were expected, those that were reported, or that came in time. */
    private ItemPoints reported(Item item, Long reports) {
        long expected = subject.monthsExpected();
        if (item.function() != ScoringFunction.COVER || expected == 0) return none(item, Code.NO_REPORTS.missing());
        if (reports == null) return none(item, Code.TIMELINESS_UNKNOWN.missing());
        Found found = Found.of(Math.min(reports, expected), expected);
        BigDecimal points = Scoring.points(item, found, rules.content());
        return new ItemPoints(item.code(), item.name(), item.function(), item.indicator(), item.points(), points, null);
    }

    /** Full points if the target is met, otherwise the share of it that was reached. */
    private static ItemPoints target(Item item, List<TargetPosition> targets) {
        Optional<TargetPosition> target = targets.stream()
                .filter(t -> t.indicator() == item.indicator())
                .min(Comparator.comparing(TargetPosition::year));
        if (target.isEmpty()) return none(item, null);
        TargetPosition position = target.get();
        if (position.met() == null) return none(item, position.missing());
        BigDecimal rate = position.met() ? HUNDRED : position.rate().max(BigDecimal.ZERO);
        return given(item, rate);
    }

    private static ItemPoints given(Item item, BigDecimal perCent) {
        BigDecimal points = item.points().multiply(perCent).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        return new ItemPoints(item.code(), item.name(), item.function(), item.indicator(), item.points(), points, null);
    }

    private static ItemPoints none(Item item, Missing why) {
        Missing missing = why == null ? Code.NOT_COMPUTED.missing() : why;
        return new ItemPoints(
                item.code(), item.name(), item.function(), item.indicator(), item.points(), null, missing);
    }

    static BigDecimal rounded(BigDecimal exact) {
        return exact == null ? null : exact.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
