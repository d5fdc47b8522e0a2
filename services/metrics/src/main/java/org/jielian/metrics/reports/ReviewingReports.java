package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;

/**
 * What the tiers above do with one report. Any of them may send it back; only the region that administers the unit accepts; no unit
 * judges its own.
 */
@Singleton
class ReviewingReports {
    @Inject
    RecordingReports recording;

    @Inject
    ReadingReturns reading;

    @Inject
    TellingOfReturns telling;

    @Inject
    Homes homes;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Accepts a report in the name of the region that administers its unit.
     *
     * @param expectedVersion the version the person saw; {@code null} if they do not care
     */
    @Transactional
    Report accept(Report.Key key, Long expectedVersion) {
        access.requireActs(key.unitCode());
        Report report = lock(key, expectedVersion);
        recording.accept(List.of(report));
        return report;
    }

    /**
     * Sends a report back in the name of a region above its unit.
     *
     * @param expectedVersion the version the person saw; {@code null} if they do not care
     * @throws ProblemException INVALID without a comment or with a field no report has
     */
    @Transactional
    Report sendBack(Report.Key key, String comment, List<Return.Cell> cells, Long expectedVersion) {
        access.requireSees(key.unitCode());
        Return why = reading.read(comment, cells, clock.instant(), person.identity());
        Report report = lock(key, expectedVersion);
        recording.sendBack(report, why);
        telling.tell(report, why);
        return report;
    }

    private Report lock(Report.Key key, Long expectedVersion) {
        if (key.unitCode().equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("单位不能审核自己的报表", "a unit does not review its own report");
        }
        homes.lock(List.of(key.unitCode()));
        Report report = HandingIn.find(key);
        ChangedMeanwhile.refuse(report, expectedVersion, null);
        return report;
    }
}
