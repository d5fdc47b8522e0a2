package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.audit.AuditTrail.Change;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.outbox.Outbox.Fact;

/** Records sound reports, one or a thousand at a time: the same way for form, file and call. */
@Singleton
class RecordingReports {
    @Inject
    EntityManager em;

    @Inject
    Homes homes;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Person person;

    @Inject
    Clock clock;

    @Inject
    ReasonsRequired reasons;

    /** What became of a draft that was recorded. */
    enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        /** It would change what was accepted or closed, and nobody said why: nothing was done. */
        REASON_MISSING
    }

    /** What becomes true with this transaction. */
    private final class News {
        final Instant now = clock.instant();
        final String who = person.name();
        final List<Change> changes = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();

        void tell(String action, Report report, Object before, Object after, String reason) {
            changes.add(new Change(
                    action, "report/" + report.key(), report.version(), report.path(), before, after, reason));
            facts.add(new Fact(ReportState.TOPIC, report.key().toString(), report.state()));
        }

        void publish() {
            audit.recordAll(changes);
            outbox.appendAll(facts);
        }
    }

    /**
     * Records drafts of different units and months whose whereabouts are known.
     *
     * @param where by key, all with a cell to count in
     * @param reason what the person said of a correction; may be {@code null}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Report.Key, Outcome> record(List<Draft> drafts, Map<Report.Key, Whereabouts> where, String reason) {
        Map<Report.Key, Report> present = find(drafts);
        Set<Report.Key> closed = reasons.closed(where);
        Map<Report.Key, Outcome> outcomes = new LinkedHashMap<>();
        News news = new News();
        for (Draft draft : drafts) {
            Report report = present.get(draft.key());
            String why = ReasonsRequired.reasonOf(draft, reason);
            Outcome outcome = ReasonsRequired.isMissing(draft, report, closed, why)
                    ? Outcome.REASON_MISSING
                    : record(draft, report, where.get(draft.key()), why, news);
            outcomes.put(draft.key(), outcome);
        }
        news.publish();
        return outcomes;
    }

    private Outcome record(Draft draft, Report present, Whereabouts where, String reason, News news) {
        if (present == null) {
            Report report = new Report(draft.key(), draft.figures(), where, news.now, news.who);
            report.found(draft.findings());
            em.persist(report);
            news.tell("SUBMITTED", report, null, draft.figures(), reason);
            return Outcome.ADDED;
        }
        Figures before = present.figures();
        boolean withdrawn = present.status() == ReportState.Status.WITHDRAWN;
        // A file that comes again must not pass for an answer to what was sent back; a unit that says why may stand by
        // its figures.
        boolean answered = present.status() == ReportState.Status.RETURNED && reason != null;
        boolean again = withdrawn || answered;
        boolean same = before.sameAs(draft.figures());
        if (same && !again) return Outcome.UNCHANGED;
        present.correct(draft.figures(), where, news.now, news.who);
        present.found(draft.findings());
        news.tell(withdrawn || same ? "RESUBMITTED" : "CORRECTED", present, before, draft.figures(), reason);
        return Outcome.CHANGED;
    }

    private Map<Report.Key, Report> find(List<Draft> drafts) {
        Set<String> units = drafts.stream().map(Draft::unitCode).collect(Collectors.toSet());
        Set<String> periods = drafts.stream().map(d -> d.period().toString()).collect(Collectors.toSet());
        Map<Report.Key, Report> found = new HashMap<>();
        Report.<Report>list("unitCode in ?1 and period in ?2", units, periods).forEach(r -> found.put(r.key(), r));
        return found;
    }

    /** Takes a report back. */
    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Report report, String reason) {
        News news = new News();
        reasons.requireForWithdrawal(report, reason);
        Figures before = report.figures();
        report.withdraw(news.now, news.who);
        news.tell("WITHDRAWN", report, before, null, reason);
        news.publish();
    }

    /** Accepts reports as they stand. */
    @Transactional(Transactional.TxType.MANDATORY)
    void accept(List<Report> reports) {
        News news = new News();
        for (Report report : reports) {
            report.accept(news.now, news.who);
            news.tell("ACCEPTED", report, report.figures(), report.figures(), null);
        }
        news.publish();
    }

    /** Sends a report back; the cells in question stay in its history. */
    @Transactional(Transactional.TxType.MANDATORY)
    void sendBack(Report report, Return why) {
        News news = new News();
        report.sendBack(why);
        news.tell("RETURNED", report, null, why, why.comment());
        news.publish();
    }

    /** Brings the reports of units that moved to where they belong now; only those that count elsewhere are told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void relocate(List<Report> reports) {
        Map<Report.Key, Whereabouts> where =
                homes.of(reports.stream().map(Report::key).toList());
        List<Fact> facts = new ArrayList<>();
        for (Report report : reports) {
            if (where.containsKey(report.key()) && report.relocate(where.get(report.key()))) {
                facts.add(new Fact(ReportState.TOPIC, report.key().toString(), report.state()));
            }
        }
        outbox.appendAll(facts);
    }
}
