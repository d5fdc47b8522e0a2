package org.jielian.metrics.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.ReportState.Status;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;

/**
 * Takes the reports of a whole import back to what they were. What they were stands in the audit trail, under the import's id; that nothing
 * builds on them shows in the reports themselves, which name the import only as long as its revision is the present one.
 */
@Singleton
class UndoingReports {
    private static final int NAMED = 100;

    @Inject
    EntityManager em;

    @Inject
    Homes homes;

    @Inject
    RecordingReports recording;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    ObjectMapper json;

    /**
     * Holds all reports of the import for the undo.
     *
     * @throws ProblemException BUILT_ON with the first of those that stand in the way
     */
    void claim(UUID importJob, UUID undo, long expected) {
        // whoever is changing reports ends first, whoever comes after finds them held
        homes.holdStill();
        long claimed = em.createNativeQuery("""
                        update report set undo = ?1
                        where import_job = ?2 and status = 'SUBMITTED'
                          and not exists (
                              select 1 from audit_entry a
                              join region_ancestor u on u.region_code = report.counts_in_region
                                  and u.from_month <= report.period and report.period < u.to_month
                              join closed_month c on c.region_code = u.ancestor_code and c.period = report.period and c.closed_at > a.at
                              where a.import_job = ?2 and a.subject = 'report/' || report.unit_code || '/' || report.period)
                          and (?3 or unit_code = ?4 or unit_path = ?5 || unit_code || '/')""")
                .setParameter(1, undo)
                .setParameter(2, importJob)
                .setParameter(3, person.isOperator())
                .setParameter(4, Objects.requireNonNullElse(person.node(), ""))
                .setParameter(5, access.scopePath())
                .executeUpdate();
        if (claimed != expected) throw builtOn(importJob, undo, expected - claimed);
    }

    private ProblemException builtOn(UUID importJob, UUID undo, long howMany) {
        List<?> rows = em.createNativeQuery("""
                        select a.subject, r.status, r.import_job = ?1, exists (
                            select 1 from region_ancestor u join closed_month c on c.region_code = u.ancestor_code
                            where u.region_code = r.counts_in_region and u.from_month <= r.period and r.period < u.to_month
                              and c.period = r.period and c.closed_at > a.at)
                        from audit_entry a
                        left join report r on r.unit_code = split_part(a.subject, '/', 2) and r.period = split_part(a.subject, '/', 3)
                        where a.import_job = ?1 and r.undo is distinct from ?2 order by a.id""")
                .setParameter(1, importJob)
                .setParameter(2, undo)
                .setMaxResults(NAMED)
                .getResultList();
        List<FieldError> named =
                rows.stream().map(row -> inTheWay((Object[]) row)).toList();
        return new ProblemException(
                ReportProblem.BUILT_ON,
                Text.of(
                        "有 %s 份报表在导入之后又有变动，整批不撤销；列出前 %s 份",
                        "%s reports were changed after the import, so nothing is undone; the first %s are named",
                        howMany,
                        named.size()),
                named);
    }

    private static FieldError inTheWay(Object[] row) {
        String key = ((String) row[0]).replaceFirst("report/", "");
        if (row[1] == null) return new FieldError(key, Text.of("已不由您管理", "is no longer administered by you"));
        return new FieldError(key, why(Status.valueOf((String) row[1]), Boolean.TRUE.equals(row[2]), (Boolean) row[3]));
    }

    private static Text why(Status status, boolean present, boolean closed) {
        if (status == Status.ACCEPTED) return Text.of("已审核通过", "was accepted since");
        if (status == Status.RETURNED) return Text.of("已被退回", "was sent back since");
        if (status == Status.WITHDRAWN) return Text.of("已撤回", "was withdrawn since");
        if (!present) return Text.of("之后已更正", "was corrected since");
        return closed
                ? Text.of("所在月份之后已关账", "its month was closed since")
                : Text.of("已不由您管理", "is no longer administered by you");
    }

    /** Takes back the next reports that are held for the undo; how many there were. */
    int takeBack(UUID importJob, UUID undo, String reason, int most) {
        Set<Report.Key> keys = Set.copyOf(held(undo, most));
        if (keys.isEmpty()) return 0;
        // read once they are locked: a unit that moves meanwhile takes its reports elsewhere
        homes.lock(keys.stream().map(Report.Key::unitCode).toList());
        List<Report> reports = Report.<Report>list(
                        "undo = ?1 and unitCode in ?2",
                        undo,
                        keys.stream().map(Report.Key::unitCode).distinct().toList())
                .stream()
                .filter(r -> keys.contains(r.key()))
                .toList();
        Map<String, Snapshot> before = before(importJob, reports);
        recording.takeBack(reports, before, reason, undo);
        return reports.size();
    }

    private List<Report.Key> held(UUID undo, int most) {
        List<?> rows = em.createNativeQuery(
                        "select unit_code, period from report where undo = ?1 order by unit_code, period")
                .setParameter(1, undo)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Report.Key((String) row[0], String.valueOf(row[1])))
                .toList();
    }

    private Map<String, Snapshot> before(UUID importJob, List<Report> reports) {
        List<?> rows = em.createNativeQuery("""
                        select subject, cast(before as text) from audit_entry where import_job = ?1 and subject = any(?2)""")
                .setParameter(1, importJob)
                .setParameter(2, reports.stream().map(r -> "report/" + r.key()).toArray(String[]::new))
                .getResultList();
        Map<String, Snapshot> found = new HashMap<>();
        List<String> unknown =
                new ArrayList<>(reports.stream().map(r -> "report/" + r.key()).toList());
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            found.put((String) r[0], r[1] == null ? null : snapshot((String) r[1]));
            unknown.remove((String) r[0]);
        }
        if (!unknown.isEmpty()) throw new IllegalStateException("the trail does not say what these were: " + unknown);
        return found;
    }

    private Snapshot snapshot(String text) {
        try {
            return json.readValue(text, Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry that can't be read", e);
        }
    }
}
