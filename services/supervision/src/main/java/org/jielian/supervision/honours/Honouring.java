package org.jielian.supervision.honours;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.BusinessTime;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.evaluation.Rulebooks;

/** A province or city selects by a rule, and publishes what came of it. */
@Singleton
class Honouring {
    @Inject
    Selections selections;

    @Inject
    GatheringCandidates gathering;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Notices notices;

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** A step somebody asks for. */
    record Asked(HonourAction action, String reason) {}

    @Transactional
    Selection begin(HonourKind kind, String region, int year, String standard, Rule rule) {
        String path = access.requireSees(region);
        requireSelector(region);
        requireTier(region);
        if (kind == null) throw CommonProblem.INVALID.because("请给出 kind", "say which kind");
        if (rule == null) throw CommonProblem.INVALID.because("请给出 rule", "say by which rule");
        rule.check(kind);
        Selection selection = new Selection();
        selection.id = UUID.randomUUID();
        selection.kind = kind;
        selection.region = region;
        selection.year = year;
        selection.standardCode = standard;
        selection.rule = rule;
        select(selection, path, null);
        return selection;
    }

    @Transactional
    Selection step(UUID id, Asked asked) {
        if (asked == null || asked.action() == null) {
            throw CommonProblem.INVALID.because("请给出 action", "say which action");
        }
        Selections.Kept kept = selections.hold(id);
        Selection s = kept.selection();
        HonourState before = s.state;
        var steps = HonourSteps.TABLE.require(before, asked.action());
        if (!s.region.equals(person.node())) throw HonourSteps.TABLE.notYours(steps);
        s.reason = asked.reason() == null || asked.reason().isBlank()
                ? null
                : asked.reason().strip();
        if (asked.action() == HonourAction.RECOMPUTE) {
            select(s, kept.path(), before);
            return s;
        }
        if (asked.action() == HonourAction.PUBLISH) requireOver(s.year);
        if (asked.action() == HonourAction.WITHDRAW && s.reason == null) {
            throw CommonProblem.INVALID.because("请说明理由", "give a reason");
        }
        s.state = steps.get(0).to();
        if (s.state == HonourState.PUBLISHED) {
            s.publishedAt = clock.instant();
            s.publishedBy = person.name();
        }
        selections.keep(s, kept.path(), asked.action(), before);
        selections.show(s, s.state == HonourState.PUBLISHED);
        if (s.state == HonourState.PUBLISHED || s.state == HonourState.WITHDRAWN) tellChosen(s);
        return s;
    }

    private void select(Selection s, String path, HonourState before) {
        Rules rules = rulebooks
                .open()
                .of(s.region, s.standardCode, s.year)
                .orElseThrow(() -> HonourProblem.NO_RULES.because(
                        "%s 没有适用于 %s 年的标准 %s",
                        "%s has no release that judges %s by %s", s.region, s.year, s.standardCode));
        s.release = rules.release();
        s.coefficients = rules.coefficients();
        s.on = today();
        s.computedAt = clock.instant();
        s.computedBy = person.name();
        List<Placed> placed = Choosing.of(s.kind, s.rule, gathering.of(path, rules, s.year, s.on));
        s.chosen = count(placed, Placed.Outcome.CHOSEN);
        s.ranked = count(placed, Placed.Outcome.RANKED);
        s.excluded = count(placed, Placed.Outcome.EXCLUDED);
        selections.keep(s, path, HonourAction.RECOMPUTE, before);
        selections.replaceLines(s, path, placed);
    }

    private static int count(List<Placed> placed, Placed.Outcome outcome) {
        return (int) placed.stream().filter(p -> p.outcome() == outcome).count();
    }

    private void requireSelector(String region) {
        if (!region.equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("只有 %s 自己可以组织评选", "only people of %s may select for it", region);
        }
    }

    private void requireTier(String region) {
        Object tier = em.createNativeQuery("select tier from known_region where code = ?1")
                .setParameter(1, region)
                .getSingleResult();
        if (tier.equals("COUNTY")) throw HonourProblem.WRONG_TIER.because("%s 是县级", "%s is a county", region);
    }

    private void requireOver(int year) {
        if (year >= today().getYear()) {
            throw HonourProblem.YEAR_RUNNING.because("%s 年结束后方可公布", "it can be published once %s is over", year);
        }
    }

    @SuppressWarnings("unchecked")
    private void tellChosen(Selection s) {
        List<String> units = em.createNativeQuery(
                        "select unit_code from honour_line where selection_id = ?1 and outcome = 'CHOSEN' order by 1",
                        String.class)
                .setParameter(1, s.id)
                .getResultList();
        Text title = Text.of(
                "%s 年%s：%s",
                "%1$s %4$s: %5$s",
                s.year,
                s.kind.label().zh(),
                s.state == HonourState.PUBLISHED ? "入选" : "撤回",
                s.kind.label().en(),
                s.state == HonourState.PUBLISHED ? "chosen" : "withdrawn");
        for (String unit : units) {
            notices.tell(new Notice(
                    unit,
                    "HONOUR_" + s.state,
                    "honour/" + s.id,
                    title,
                    Text.of("%s", "%s", s.reason == null ? title.zh() : s.reason),
                    "/honours/" + unit));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
