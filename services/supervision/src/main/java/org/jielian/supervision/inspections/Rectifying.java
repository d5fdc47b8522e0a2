package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.evidence.EvidenceDesk;
import org.jielian.supervision.inspections.NumberedProblem.Parties;

/** The unit answers each problem of a notice, and somebody else verifies it (销号). */
@Singleton
class Rectifying {
    @Inject
    Rectifications rectifications;

    @Inject
    Inspections inspections;

    @Inject
    InspectionNews news;

    @Inject
    EvidenceDesk desk;

    @Inject
    WorkingDays working;

    @Inject
    InspectionsConfig config;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * A step somebody asks for; what it needs says the table.
     *
     * @param text the measure, a reason or a word
     * @param day when it was done, or until when more time is asked for
     * @param evidence about the unit; {@code null} for none
     */
    record Asked(ProblemAction action, String text, LocalDate day, List<UUID> evidence) {
        List<UUID> shown() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Transactional
    RectificationNotice step(UUID id, int no, Asked asked) {
        if (asked == null || asked.action() == null) {
            throw CommonProblem.INVALID.because("请给出 action", "say which action");
        }
        Somebody who = Somebody.of(person);
        RectificationNotice notice = rectifications.step(id, asked.action(), asked.text(), n -> {
            take(n, n.problem(no), asked, who);
            n.took(
                    no,
                    asked.action(),
                    Said.isBlank(asked.text()) ? null : asked.text().strip(),
                    who,
                    clock.instant());
        });
        news.stepped(notice, notice.problem(no), asked.action());
        if (notice.closedAt != null) {
            news.stepped(inspections.step(notice.inspection, null, i -> i.rectified(clock.instant())));
        }
        return notice;
    }

    private void take(RectificationNotice n, NumberedProblem p, Asked a, Somebody who) {
        Parties parties = new Parties(n.issuer, n.unitCode);
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        switch (a.action()) {
            case ANSWER -> {
                List<UUID> files = desk.require(a.shown(), n.unitCode).stream()
                        .map(e -> e.id())
                        .toList();
                p.answer(parties, who, a.text(), a.day(), files, today, now);
                inspections.shows(n.inspection, files);
            }
            case ASK_EXTENSION -> p.askExtension(parties, who, a.day(), n.servedOn.plus(config.longTerm()), a.text());
            case GRANT -> p.grant(parties, who, a.text(), today);
            case REFUSE -> p.refuse(parties, who, a.text());
            case VERIFY -> p.verify(parties, who, a.text(), now);
            case RETURN -> p.sendBack(parties, who, a.text(), working.plus(today, config.againWithin()));
        }
    }
}
