package org.jielian.supervision.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jielian.supervision.assessment.Outcome.Deduction;
import org.jielian.supervision.assessment.Outcome.Lacking;
import org.jielian.supervision.assessment.Outcome.Line;
import org.jielian.supervision.assessment.Outcome.Vetoed;
import org.jielian.supervision.evaluation.Result.TargetPosition;
import org.jielian.supervision.programme.Agency;

/** The one function that makes a sheet: rules and inputs in, lines, deductions, vetoes and grade out, and nothing else. */
final class Computing {
    private static final int DECIMALS = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Rules rules;
    private final Inputs in;
    private final List<Line> lines = new ArrayList<>();
    private final List<Deduction> deductions = new ArrayList<>();
    private final List<Vetoed> vetoes = new ArrayList<>();

    private Computing(Rules rules, Inputs in) {
        this.rules = rules;
        this.in = in;
    }

    static Outcome of(Rules rules, Inputs inputs) {
        return new Computing(rules, inputs).outcome();
    }

    private Outcome outcome() {
        in.targets().forEach(this::target);
        bands();
        coverage();
        onTime();
        if (!in.unit()) confirmed();
        tasks();
        rectified();
        recognised();
        record();
        BigDecimal got = sum(lines.stream().map(Line::points).toList());
        BigDecimal applicable = sum(
                lines.stream().filter(l -> l.points() != null).map(Line::weight).toList());
        BigDecimal base = applicable.signum() == 0 ? null : divided(got.multiply(HUNDRED), applicable);
        BigDecimal deducted = sum(deductions.stream().map(Deduction::points).toList());
        BigDecimal score = base == null ? null : base.subtract(deducted).max(BigDecimal.ZERO);
        Grade grade = score == null ? null : Grade.of(score, rules);
        if (!vetoes.isEmpty()) grade = Grade.UNFINISHED;
        return new Outcome(lines, deductions, vetoes, got, applicable, base, deducted, score, grade);
    }

    private void target(TargetPosition t) {
        BigDecimal weight = divided(
                rules.weights().get(Item.TARGETS),
                BigDecimal.valueOf(in.targets().size()));
        BigDecimal points = null;
        if (t.met() != null) {
            BigDecimal rate = t.met() ? HUNDRED : t.rate() == null ? BigDecimal.ZERO : t.rate();
            points = share(weight, rate.max(BigDecimal.ZERO).min(HUNDRED), HUNDRED);
        }
        Lacking missing = points != null || t.missing() == null
                ? null
                : new Lacking(
                        t.missing().code().name(), t.missing().zh(), t.missing().en());
        lines.add(new Line(
                Item.TARGETS + "." + t.code(),
                Item.TARGETS,
                t.name().zh(),
                t.name().en(),
                weight,
                t.decline(),
                t.target(),
                t.rate(),
                HUNDRED,
                points,
                missing));
        if (Boolean.FALSE.equals(t.met())) {
            veto(
                    Veto.TARGET_MISSED,
                    "%s：下降 %s %%，目标 %s %%".formatted(t.name().zh(), plain(t.decline()), plain(t.target())),
                    "%s: declined by %s %%, target %s %%"
                            .formatted(t.name().en(), plain(t.decline()), plain(t.target())));
        }
    }

    private void bands() {
        long within = in.bands().stream().filter(Inputs.Banded::isWithin).count();
        counted(Item.BANDS, within, in.bands().size(), new Lacking("NO_QUOTA", "没有可对照定额的单位", "no unit has a quota"));
    }

    private void coverage() {
        long expected =
                in.coverage().stream().mapToLong(Inputs.Covered::expected).sum();
        long reported = in.coverage().stream()
                .mapToLong(c -> Math.min(c.reported(), c.expected()))
                .sum();
        counted(Item.COVERAGE, reported, expected, new Lacking("NOTHING_EXPECTED", "没有应报的月份", "no month was expected"));
    }

    private void onTime() {
        long watched = in.coverage().stream().mapToLong(Inputs.Covered::watched).sum();
        counted(Item.ON_TIME, Math.max(0, watched - in.late().size()), watched, notWatched());
    }

    private Lacking notWatched() {
        return new Lacking(
                "NOT_WATCHED",
                "本系统自 %s 起监督报送时限".formatted(in.watchedFrom()),
                "it has been looked for what is late since %s".formatted(in.watchedFrom()));
    }

    /** What is not due yet, or was void, is neither in time nor late. */
    private void confirmed() {
        List<Inputs.Adopted> due = in.adoptions().stream()
                .filter(a -> a.due() != null && !a.answer().equals("VOID"))
                .filter(a -> a.answeredBy() != null || a.due().isBefore(in.today()))
                .toList();
        long inTime = due.stream()
                .filter(a -> a.answeredBy() != null && !a.answeredOn().isAfter(a.due()))
                .count();
        counted(
                Item.CONFIRMED,
                inTime,
                due.size(),
                new Lacking("NOTHING_DUE", "本年没有须确认的上级标准", "no release had to be answered in the year"));
    }

    private void tasks() {
        Predicate<Inputs.Tasked> judged = t -> !t.status().equals("WITHDRAWN")
                && (t.settledOn() != null || t.due().isBefore(in.today()));
        List<Inputs.Tasked> due = in.tasks().stream().filter(judged).toList();
        long inTime = due.stream()
                .filter(t -> t.settledOn() != null && !t.settledOn().isAfter(t.due()))
                .count();
        counted(Item.TASKS, inTime, due.size(), new Lacking("NO_TASKS", "本年没有到期的督办", "no task was due in the year"));
    }

    private void rectified() {
        List<Inputs.Rectified> due = in.rectified().stream()
                .filter(r -> r.settledOn() != null || r.deadline().isBefore(in.today()))
                .toList();
        long inTime = due.stream()
                .filter(r -> r.settledOn() != null && !r.settledOn().isAfter(r.deadline()))
                .count();
        counted(
                Item.RECTIFIED,
                inTime,
                due.size(),
                new Lacking("NO_PROBLEMS", "本年没有到期的检查问题", "no problem of an inspection was due in the year"));
    }

    /** A region is measured against what was allotted to it; an agency that is assessed itself either holds the title or does not. */
    private void recognised() {
        long eligible = in.agencies().size();
        long titled = in.agencies().stream().filter(Agency::titled).count();
        BigDecimal goal = in.unit()
                ? HUNDRED
                : in.allotment() == null ? null : in.allotment().share();
        Lacking missing = null;
        if (eligible == 0) missing = new Lacking("NO_AGENCIES", "没有创建范围内的机关", "no agency takes part in the programme");
        else if (goal == null) missing = new Lacking("NO_ALLOTMENT", "未分配建成率目标", "no share was allotted");
        BigDecimal weight = rules.weights().get(Item.RECOGNISED);
        BigDecimal have = BigDecimal.valueOf(titled).multiply(HUNDRED);
        BigDecimal points = null;
        if (missing == null) {
            BigDecimal wanted = goal.multiply(BigDecimal.valueOf(eligible));
            points = wanted.signum() == 0 ? weight : share(weight, have.min(wanted), wanted);
            if (!in.unit() && in.allotment().binding() && have.compareTo(wanted) < 0) missedAllotment(titled, eligible);
        }
        line(Item.RECOGNISED, titled, eligible, goal, points, missing);
    }

    private void missedAllotment(long titled, long eligible) {
        String goal = plain(in.allotment().share());
        veto(
                Veto.BINDING_TASK_MISSED,
                "建成率目标 %s %%，%d 家中建成 %d 家".formatted(goal, eligible, titled),
                "%s %% allotted, %d of %d are recognised".formatted(goal, titled, eligible));
    }

    private void record() {
        boolean watched = in.year() >= in.watchedFrom().getYear();
        deduct(Item.LATE, in.late().size(), watched ? null : notWatched());
        long twice = in.tasks().stream().filter(t -> t.returned() > 1).count();
        deduct(Item.RETURNED_TWICE, twice, null);
        long unresolved = in.rectified().stream()
                .filter(r -> r.settledOn() == null && r.deadline().isBefore(in.today()))
                .count();
        deduct(Item.UNRESOLVED, unresolved, null);
        deduct(Item.CRITICISED, rungs("CRITICISED"), null);
        deduct(Item.SUMMONED, rungs("SUMMONED"), null);
        deduct(Item.FALSIFIED, in.falsified().size(), null);
        in.falsified().forEach(f -> veto(Veto.FALSIFICATION, f.reason(), f.reason()));
    }

    private long rungs(String rung) {
        return in.criticised().stream().filter(c -> c.rung().equals(rung)).count();
    }

    private void deduct(Item item, long count, Lacking missing) {
        BigDecimal each = rules.each().get(item);
        BigDecimal atMost = rules.atMost().get(item);
        BigDecimal points = each.multiply(BigDecimal.valueOf(count));
        if (atMost != null) points = points.min(atMost);
        deductions.add(new Deduction(item, count, each, atMost, missing == null ? points : null, missing));
    }

    private void counted(Item item, long part, long whole, Lacking ifNothing) {
        BigDecimal weight = rules.weights().get(item);
        BigDecimal points = whole == 0 ? null : share(weight, BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
        line(item, part, whole, HUNDRED, points, whole == 0 ? ifNothing : null);
    }

    private void line(Item item, long part, long whole, BigDecimal goal, BigDecimal points, Lacking missing) {
        BigDecimal percent =
                whole == 0 ? null : divided(BigDecimal.valueOf(part).multiply(HUNDRED), BigDecimal.valueOf(whole));
        lines.add(new Line(
                item.name(),
                item,
                item.label().zh(),
                item.label().en(),
                rules.weights().get(item),
                BigDecimal.valueOf(part),
                BigDecimal.valueOf(whole),
                percent,
                goal,
                points,
                missing));
    }

    private void veto(Veto veto, String zh, String en) {
        if (rules.vetoes().contains(veto)) vetoes.add(new Vetoed(veto, zh, en));
    }

    private static BigDecimal share(BigDecimal weight, BigDecimal part, BigDecimal whole) {
        return divided(weight.multiply(part), whole);
    }

    private static BigDecimal divided(BigDecimal a, BigDecimal b) {
        return a.divide(b, DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().filter(a -> a != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "—" : number.stripTrailingZeros().toPlainString();
    }
}
