package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jielian.contracts.BusinessTime;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;

/** Assesses those directly below a region, and moves each sheet along {@link AssessmentSteps}. */
@Singleton
class Assessing {
    @Inject
    Sheets sheets;

    @Inject
    GatheringInputs gathering;

    @Inject
    AssessmentConfig config;

    @Inject
    WorkingDays workingDays;

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

    /** How many sheets were computed, and how many keep their numbers because they were sent. */
    record Computed(int computed, int kept) {}

    /** A step somebody asks for, and what they say. */
    record Asked(AssessmentAction action, String text) {}

    /** Computes the sheets of every region directly below and of every unit the region administers itself. */
    @Transactional
    Computed compute(String assessor, String standard, int year) {
        access.requireSees(assessor);
        if (!assessor.equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because(
                    "只有 %s 自己可以考核其下级", "only people of %s assess those directly below it", assessor);
        }
        requireBegun(year);
        var rules = gathering.rules(assessor, standard, year);
        int computed = 0;
        int kept = 0;
        for (Assessed assessed : below(assessor)) {
            Optional<Sheets.Kept> before = sheets.ofYear(assessed.code(), year);
            if (before.isPresent() && before.get().sheet().state.isFrozen()) {
                kept++;
                continue;
            }
            Sheet sheet = before.map(Sheets.Kept::sheet).orElseGet(() -> begin(assessed, year));
            sheet.assessor = assessor;
            sheet.standardCode = standard;
            computeNow(
                    sheet,
                    assessed,
                    rules,
                    before.map(k -> Sheets.whereItStands(k.sheet())).orElse(null));
            computed++;
        }
        return new Computed(computed, kept);
    }

    private void requireBegun(int year) {
        if (year > today().getYear()) {
            throw AssessmentProblem.YEAR_NOT_OVER.because("%s 年尚未开始", "%s has not begun", year);
        }
    }

    private static Sheet begin(Assessed assessed, int year) {
        Sheet sheet = new Sheet();
        sheet.id = UUID.randomUUID();
        sheet.assessed = assessed.code();
        sheet.unit = assessed.unit();
        sheet.year = year;
        return sheet;
    }

    private void computeNow(
            Sheet sheet,
            Assessed assessed,
            org.jielian.supervision.evaluation.Evaluating.Rules rules,
            Map<String, Object> before) {
        sheet.name = assessed.name();
        sheet.compute(Rules.of(config), gathering.of(assessed, rules, sheet.year, today()), clock.instant());
        sheets.keep(sheet, assessed.path(), AssessmentAction.RECOMPUTE, before, null);
    }

    @Transactional
    Sheet step(UUID id, Asked asked) {
        if (asked == null || asked.action() == null) {
            throw CommonProblem.INVALID.because("请给出 action", "say which action");
        }
        Sheets.Kept kept = sheets.hold(id);
        Sheet sheet = kept.sheet();
        Map<String, Object> before = Sheets.whereItStands(sheet);
        Sheet.Actor who = new Sheet.Actor(person.name(), person.node());
        String text = asked.text() == null || asked.text().isBlank()
                ? null
                : asked.text().strip();
        switch (asked.action()) {
            case RECOMPUTE -> sheet.requireComputes(who);
            case SEND -> {
                sheet.send(who, workingDays.plus(today(), config.statementWithin()), clock.instant());
                requireOver(sheet.year);
            }
            case STATE -> sheet.state(who, text, clock.instant());
            case CONFIRM -> sheet.confirm(who, today(), clock.instant());
            case PUBLISH -> sheet.publish(who, clock.instant());
            case RETURN -> sheet.sendBack(who, text, clock.instant());
        }
        boolean needsText = asked.action() == AssessmentAction.STATE || asked.action() == AssessmentAction.RETURN;
        if (needsText && text == null) throw CommonProblem.INVALID.because("请写明内容或理由", "say what, or why");
        if (asked.action() == AssessmentAction.RECOMPUTE) {
            Assessed assessed = below(sheet.assessor).stream()
                    .filter(a -> a.code().equals(sheet.assessed))
                    .findFirst()
                    .orElseThrow(() -> access.outside(sheet.assessed));
            computeNow(sheet, assessed, gathering.rules(sheet.assessor, sheet.standardCode, sheet.year), before);
        } else {
            sheets.keep(sheet, kept.path(), asked.action(), before, text);
        }
        tell(sheet, asked.action(), text);
        return sheet;
    }

    private void requireOver(int year) {
        if (year >= today().getYear()) {
            throw AssessmentProblem.YEAR_NOT_OVER.because("%s 年结束后方可送达", "it can be sent once %s is over", year);
        }
    }

    /** Regions directly below and the units a region administers itself, as they are now. */
    private List<Assessed> below(String region) {
        String path = access.requireSees(region);
        List<?> rows = em.createNativeQuery("""
                        select code, name, path, false, null from known_region where path = ?1 || code || '/' and closed_from is null
                        union all
                        select code, name, path, true, type from known_unit where path = ?1 || code || '/' and closed_from is null
                        order by 4, 1""").setParameter(1, path).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Assessed((String) r[0], (String) r[1], (String) r[2], (Boolean) r[3], (String) r[4]))
                .toList();
    }

    private void tell(Sheet sheet, AssessmentAction action, String text) {
        if (action == AssessmentAction.RECOMPUTE || action == AssessmentAction.CONFIRM) return;
        String recipient = action == AssessmentAction.STATE ? sheet.assessor : sheet.assessed;
        notices.tell(new Notice(
                recipient,
                "ASSESSMENT_" + action,
                Sheets.subject(sheet.id),
                Text.of(
                        "%s 年度考核：%s — %s",
                        "Annual assessment of %1$s: %2$s — %4$s",
                        sheet.year,
                        sheet.name,
                        action.label().zh(),
                        action.label().en()),
                Text.of("%s", "%s", text == null ? sheet.name : text),
                "/assessments/" + recipient + "/" + sheet.id));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }
}
