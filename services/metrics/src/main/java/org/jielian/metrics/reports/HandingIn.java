package org.jielian.metrics.reports;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.reports.RecordingReports.Outcome;

/** What the reporting side does with one report: hand it in, correct it, take it back. */
@Singleton
class HandingIn {
    @Inject
    ReadingDrafts reading;

    @Inject
    RecordingReports recording;

    @Inject
    Homes homes;

    @Inject
    CheckingDrafts checking;

    @Inject
    Access access;

    @Inject
    Event<MonthHandedIn> handedIn;

    /** The report after it was handed in. */
    record HandedIn(Report report, Outcome outcome) {}

    /**
     * Hands a month in or corrects it.
     *
     * @param expectedVersion the version the person saw; {@code null} if they do not care
     * @throws ProblemException INVALID_FIGURES with every field that is wrong, NOT_EXPECTED, CHANGED_MEANWHILE,
     *     UNEXPLAINED with every field that has to be corrected or explained
     */
    @Transactional
    HandedIn handIn(Draft.Raw raw, String reason, Long expectedVersion) {
        access.requireActs(raw.unitCode());
        Draft read = reading.read(raw);
        if (!read.isSound()) throw invalid(read);
        Whereabouts where = homes.hold(read.key());
        if (where == null) throw access.outside(read.unitCode());
        if (where.countsIn() == null) throw notExpected(read);
        if (expectedVersion != null)
            ChangedMeanwhile.refuse(Report.findById(read.key()), expectedVersion, read.figures());
        Draft draft = checking.checked(read, where);
        Outcome outcome = recording
                .record(List.of(draft), Map.of(draft.key(), where), reason)
                .get(draft.key());
        if (outcome == Outcome.REASON_MISSING) throw ReasonsRequired.refusal(draft.key());
        handedIn.fire(new MonthHandedIn(draft.unitCode(), draft.period().toString()));
        return new HandedIn(find(draft.key()), outcome);
    }

    @Transactional
    Report withdraw(Report.Key key, String reason, Long expectedVersion) {
        access.requireActs(key.unitCode());
        homes.lock(List.of(key.unitCode()));
        Report report = find(key);
        ChangedMeanwhile.refuse(report, expectedVersion, null);
        recording.withdraw(report, reason);
        return report;
    }

    /** The report, for someone who may see its unit. */
    @Transactional
    Report look(Report.Key key) {
        access.requireSees(key.unitCode());
        return find(key);
    }

    static Report find(Report.Key key) {
        Report report = Report.findById(key);
        if (report == null) throw ReportProblem.NO_REPORT.because("%s 没有报表", "there is no report %s", key);
        return report;
    }

    private static ProblemException invalid(Draft draft) {
        return new ProblemException(
                ReportProblem.INVALID_FIGURES,
                Text.of(
                        "有 %s 处需要更正",
                        "%s fields need correction", draft.defects().size()),
                draft.defects().stream()
                        .map(d -> new ProblemException.FieldError(d.field(), d.message()))
                        .toList());
    }

    private static ProblemException notExpected(Draft draft) {
        return ReportProblem.NOT_EXPECTED.because(
                "%s 在 %s 尚未登记或已注销",
                "%s was not registered yet, or closed already, in %s", draft.unitCode(), draft.period());
    }
}
