package org.jielian.metrics.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.reports.AcceptingReports;
import org.jielian.metrics.reports.AcceptingReports.Asked;
import org.jielian.metrics.reports.AcceptingReports.Verdict;

/** Accepts many reports of a region's own units, some hundreds in each transaction, so that nobody who corrects one waits for all. */
@Singleton
class AcceptingAtOnce {
    private static final int AT_ONCE = 500;
    private static final int MOST = 20_000;

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    AcceptingReports accepting;

    /** All reports of that month with nothing to look at. */
    Acceptances clean(String region, YearMonth period) {
        requireActs(region);
        List<?> rows = em.createNativeQuery("""
                        select u.code, p.version from known_unit u join report p on p.unit_code = u.code
                        where u.region_code = :region and p.period = :period and p.status = 'SUBMITTED'
                          and not exists (select from jsonb_array_elements(p.findings) as f
                                          join review_weight w on w.severity = f ->> 'severity')
                        order by u.code""")
                .setParameter("region", region)
                .setParameter("period", period.toString())
                .getResultList();
        return accept(
                region,
                rows.stream()
                        .map(row -> (Object[]) row)
                        .map(r -> new Asked((String) r[0], period.toString(), ((Number) r[1]).longValue()))
                        .toList());
    }

    /** Those the reviewer chose, as they saw them. */
    Acceptances these(String region, List<Asked> reports) {
        requireActs(region);
        if (reports.size() > MOST) throw CommonProblem.INVALID.because("一次最多 %s 份", "at most %s at once", MOST);
        for (Asked one : reports) {
            if (one == null || one.unitCode() == null || one.version() == null) {
                throw CommonProblem.INVALID.because(
                        "reports 的每一项须有 unit、period、version", "each of reports needs unit, period and version");
            }
            InboxQuery.month(one.period());
        }
        return accept(region, reports);
    }

    private Acceptances accept(String region, List<Asked> reports) {
        List<Verdict> verdicts = new ArrayList<>(reports.size());
        for (int i = 0; i < reports.size(); i += AT_ONCE) {
            verdicts.addAll(accepting.accept(region, reports.subList(i, Math.min(i + AT_ONCE, reports.size()))));
        }
        return Acceptances.of(region, verdicts);
    }

    private void requireActs(String region) {
        access.requireActs(region);
        if (paths.find(region).filter(NodePaths.Node::isUnit).isPresent()) {
            throw CommonProblem.FORBIDDEN.because("单位不审核报表", "a unit does not review reports");
        }
    }

    /**
     * What became of each.
     *
     * @param reports in the order asked for
     */
    record Acceptances(String regionCode, int accepted, int skipped, List<Outcome> reports) {
        /**
         * One report.
         *
         * @param version of the report now; {@code null} when there is none
         * @param code why it was skipped: NO_REPORT, NOT_YOURS, CHANGED_MEANWHILE, NOT_SUBMITTED; {@code null} when accepted
         */
        record Outcome(String unit, String period, boolean accepted, Long version, String code, Text reason) {
            static Outcome of(Verdict v) {
                return new Outcome(v.unitCode(), v.period(), v.accepted(), v.version(), v.code(), v.reason());
            }
        }

        static Acceptances of(String region, List<Verdict> verdicts) {
            int accepted = (int) verdicts.stream().filter(Verdict::accepted).count();
            return new Acceptances(
                    region,
                    accepted,
                    verdicts.size() - accepted,
                    verdicts.stream().map(Outcome::of).toList());
        }
    }
}
