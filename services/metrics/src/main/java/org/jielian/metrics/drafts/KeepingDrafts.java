package org.jielian.metrics.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.drafts.Draft.Typed;
import org.jielian.metrics.reports.MonthHandedIn;
import org.jielian.metrics.reports.ReportDesk;
import org.jielian.metrics.validation.Finding;

/** Keeps what is typed, has it checked, hands it in. Only who may act at the unit comes near a draft. */
@Singleton
class KeepingDrafts {
    private static final int LONGEST = 32_768;
    private static final String NUL = "\\u0000";

    @Inject
    DraftStore store;

    @Inject
    ReportDesk desk;

    @Inject
    Access access;

    @Inject
    NodePaths nodes;

    @Inject
    Person person;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Transactional
    List<Draft> of(String unit, String from, String to) {
        requireActs(unit);
        return store.of(unit, from, to);
    }

    @Transactional
    Draft find(String unit, String period) {
        requireActs(unit);
        return require(unit, period);
    }

    /**
     * Keeps what was typed.
     *
     * @param expected the version that was seen; 0 when there was none
     * @throws ProblemException DRAFT_CHANGED when somebody saved meanwhile, or it was handed in
     */
    @Transactional
    Draft save(String unit, String period, Typed typed, long expected) {
        requireActs(unit);
        requireMonth(period);
        String text = write(typed);
        Instant now = clock.instant();
        OptionalLong version = expected == 0
                ? store.add(unit, period, text, now, person.name())
                : store.change(unit, period, text, now, person.name(), expected);
        if (version.isEmpty()) throw changed(unit, period);
        return new Draft(unit, period, version.getAsLong(), typed, now, person.name());
    }

    @Transactional
    void discard(String unit, String period, long expected) {
        requireActs(unit);
        if (!store.remove(unit, period, expected)) throw changed(unit, period);
    }

    /** What handing in these texts would find; nothing is written. */
    @Transactional
    List<Finding> check(String unit, String period, Typed typed) {
        requireActs(unit);
        requireMonth(period);
        return desk.check(unit, period, typed.texts());
    }

    /**
     * Hands the draft in as it was seen; then it is gone. When the report is refused the draft stays as it is.
     *
     * @param reason why a report that stands is corrected; {@code null} for what the draft says
     */
    @Transactional
    ReportDesk.Standing submit(String unit, String period, String reason, long expected) {
        requireActs(unit);
        boolean standing = desk.hold(unit, period)
                .filter(s -> s.status() != ReportState.Status.WITHDRAWN)
                .isPresent();
        Draft draft = require(unit, period);
        if (draft.version() != expected || !store.remove(unit, period, expected)) throw changed(unit, period);
        String why = reason == null || reason.isBlank() ? draft.typed().reason() : reason;
        if (standing && (why == null || why.isBlank())) throw reasonRequired();
        Long seen = draft.typed().reportVersion();
        return desk.handIn(
                unit,
                period,
                draft.typed().texts(),
                why == null || why.isBlank() ? null : why.strip(),
                seen == null ? 0 : seen);
    }

    /** What a person handed in by another way need not be typed any more. Another person's typing stays. */
    void forget(@Observes MonthHandedIn handedIn) {
        store.removeOf(handedIn.unitCode(), handedIn.period(), person.name());
    }

    private Draft require(String unit, String period) {
        return store.find(unit, period)
                .orElseThrow(() ->
                        DraftProblem.NO_DRAFT.because("%s 的 %s 没有草稿", "there is no draft of %s for %s", unit, period));
    }

    private void requireActs(String unit) {
        access.requireActs(unit);
        if (nodes.find(unit).filter(NodePaths.Node::isUnit).isEmpty())
            throw CommonProblem.NOT_FOUND.because("%s 不是单位", "%s is not a unit", unit);
    }

    private static void requireMonth(String period) {
        try {
            if (YearMonth.parse(period).toString().equals(period) && period.length() == 7) return;
            throw new DateTimeException(period);
        } catch (DateTimeException e) {
            throw DraftProblem.BAD_MONTH.because("月份应写作 2025-06", "write the month as 2025-06");
        }
    }

    private String write(Typed typed) {
        try {
            String text = json.writeValueAsString(typed);
            if (text.length() > LONGEST)
                throw DraftProblem.TOO_LONG.because("草稿最多 %s 个字符", "a draft has at most %s characters", LONGEST);
            // the database has no letter for it, and no keyboard either
            if (text.contains(NUL))
                throw DraftProblem.UNREADABLE.because(
                        "草稿中有无法保存的控制字符", "the draft has a control character that can't be kept");
            return text;
        } catch (JsonProcessingException e) {
            throw DraftProblem.UNREADABLE.because("草稿中有无法保存的字符", "the draft has characters that can't be kept");
        }
    }

    private ProblemException changed(String unit, String period) {
        return store.find(unit, period)
                .map(d -> DraftProblem.DRAFT_CHANGED.because(
                        "%s 在 %s 保存了另一份草稿", "%s saved another draft at %s", d.savedBy(), d.savedAt()))
                .orElseGet(() -> DraftProblem.DRAFT_CHANGED.because(
                        "草稿已上报或已放弃", "the draft was handed in or discarded meanwhile"));
    }

    private static ProblemException reasonRequired() {
        return new ProblemException(
                DraftProblem.REASON_REQUIRED,
                Text.of("该月已上报，更正须写明原因", "the month was handed in; a correction needs a reason"),
                List.of(new ProblemException.FieldError("reason", Text.of("必填", "this is required"))));
    }
}
