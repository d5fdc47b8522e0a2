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
import java.util.UUID;
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
        final UUID importJob;
        final List<Change> changes = new ArrayList<>();
        final List<Fact> facts = new ArrayList<>();

        News() {
            this(null);
        }

        News(UUID importJob) {
            this.importJob = importJob;
        }

        void tell(String action, Report report, Object before, Object after, String reason) {
            String subject = "report/" + report.key();
            changes.add(new Change(action, subject, report.version(), report.path(), before, after, reason, importJob));
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
        return record(drafts, where, present(drafts), reason, new News());
    }

    /** Records the drafts of a file, each with the reason it gives itself, where the present reports are known already. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Report.Key, Outcome> take(
            List<Draft> drafts, Map<Report.Key, Whereabouts> where, Map<Report.Key, Report> present, UUID importJob) {
        return record(drafts, where, present, null, new News(importJob));
    }

    /** What {@link #take} would do. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<Report.Key, Outcome> preview(
            List<Draft> drafts, Map<Report.Key, Whereabouts> where, Map<Report.Key, Report> present) {
        Set<Report.Key> closed = reasons.closed(where);
        Map<Report.Key, Outcome> outcomes = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Report report = present.get(draft.key());
            outcomes.put(draft.key(), outcome(draft, ofFile(draft, report), report, closed, null));
        }
        return outcomes;
    }

    private Map<Report.Key, Outcome> record(
            List<Draft> drafts,
            Map<Report.Key, Whereabouts> where,
            Map<Report.Key, Report> present,
            String reason,
            News news) {
        Set<Report.Key> closed = reasons.closed(where);
        Map<Report.Key, Outcome> outcomes = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Report report = present.get(draft.key());
            Draft whole = news.importJob == null ? draft : ofFile(draft, report);
            Outcome outcome = outcome(draft, whole, report, closed, reason);
            record(outcome, whole, report, where.get(draft.key()), ReasonsRequired.reasonOf(draft, reason), news);
            outcomes.put(draft.key(), outcome);
        }
        news.publish();
        return outcomes;
    }

    /** A file says nothing of bases and notes: those that are there stay. */
    private static Draft ofFile(Draft draft, Report present) {
        return present == null ? draft : draft.keeping(present.figures().remarks());
    }

    /** What becomes of a draft; the reason has to be in it, not in what was said earlier. */
    private static Outcome outcome(Draft draft, Draft whole, Report present, Set<Report.Key> closed, String reason) {
        String why = ReasonsRequired.reasonOf(draft, reason);
        if (ReasonsRequired.isMissing(whole, present, closed, why)) return Outcome.REASON_MISSING;
        if (present == null) return Outcome.ADDED;
        boolean withdrawn = present.status() == ReportState.Status.WITHDRAWN;
        // A file that comes again must not pass for an answer to what was sent back; a unit that says why may stand by
        // its figures.
        boolean answered = present.status() == ReportState.Status.RETURNED && why != null;
        boolean same = present.figures().sameAs(whole.figures());
        return same && !withdrawn && !answered ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private void record(Outcome outcome, Draft draft, Report present, Whereabouts where, String reason, News news) {
        if (outcome == Outcome.ADDED) {
            Report report = new Report(draft.key(), draft.figures(), where, news.now, news.who);
            report.found(draft.findings());
            report.broughtBy(news.importJob);
            em.persist(report);
            news.tell("SUBMITTED", report, null, draft.figures(), reason);
        } else if (outcome == Outcome.CHANGED) {
            Snapshot before = present.snapshot();
            boolean again = before.status() == ReportState.Status.WITHDRAWN
                    || present.figures().sameAs(draft.figures());
            present.correct(draft.figures(), where, news.now, news.who);
            present.found(draft.findings());
            present.broughtBy(news.importJob);
            news.tell(again ? "RESUBMITTED" : "CORRECTED", present, before, draft.figures(), reason);
        }
    }

    /** The reports of these units and months that there are, with some others of them. */
    Map<Report.Key, Report> present(List<Draft> drafts) {
        if (drafts.size() == 1) return present(drafts.get(0).key());
        Set<String> units = drafts.stream().map(Draft::unitCode).collect(Collectors.toSet());
        Set<String> periods = drafts.stream().map(d -> d.period().toString()).collect(Collectors.toSet());
        Map<Report.Key, Report> found = new HashMap<>();
        Report.<Report>list("unitCode in ?1 and period in ?2", units, periods).forEach(r -> found.put(r.key(), r));
        return found;
    }

    private static Map<Report.Key, Report> present(Report.Key key) {
        Report report = Report.findById(key);
        return report == null ? Map.of() : Map.of(key, report);
    }

    /**
     * Brings the reports of an import back to what they were.
     *
     * @param before by the subject of the audit trail; {@code null} for those that the import added
     * @param undo the job that does so
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void takeBack(List<Report> reports, Map<String, Snapshot> before, String reason, UUID undo) {
        News news = new News(undo);
        for (Report report : reports) {
            Snapshot was = before.get("report/" + report.key());
            Snapshot is = report.snapshot();
            if (was == null) report.goBackToNothing(news.now, news.who);
            else report.goBackTo(was, news.now, news.who);
            news.tell("IMPORT_UNDONE", report, is, was, reason);
        }
        news.publish();
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
