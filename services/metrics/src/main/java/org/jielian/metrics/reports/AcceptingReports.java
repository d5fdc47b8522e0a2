package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReportState.Status;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.problems.Text;

/** Accepts many reports at once; one that can't be accepted does not hold up the others. */
@Singleton
public class AcceptingReports {
    @Inject
    RecordingReports recording;

    @Inject
    Homes homes;

    @Inject
    Access access;

    /**
     * A report to be accepted.
     *
     * @param version the version the reviewer saw; {@code null} if they do not care
     */
    public record Asked(String unitCode, String period, Long version) {}

    /**
     * What became of it.
     *
     * @param version of the report now; {@code null} when there is none the reviewer may see
     * @param code {@code null} when it was accepted, else why it was not: NO_REPORT, NOT_YOURS, CHANGED_MEANWHILE, NOT_SUBMITTED
     */
    public record Verdict(String unitCode, String period, boolean accepted, Long version, String code, Text reason) {}

    /**
     * Accepts reports of units right below a region, in a transaction of its own.
     *
     * @param region the caller's own
     * @return a verdict for each that was asked for, in that order
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Verdict> accept(String region, List<Asked> asked) {
        String path = access.requireActs(region);
        homes.lock(asked.stream().map(Asked::unitCode).toList());
        Map<Report.Key, Report> present = find(asked);
        List<Report> sound = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>(asked.size());
        for (Asked one : asked) {
            Report report = present.get(new Report.Key(one.unitCode(), one.period()));
            Verdict refusal = refusal(one, report, path);
            if (refusal == null) {
                // the same report asked for twice is found changed the second time
                present.remove(report.key());
                sound.add(report);
                refusal = new Verdict(one.unitCode(), one.period(), true, report.version() + 1, null, null);
            }
            verdicts.add(refusal);
        }
        recording.accept(sound);
        return verdicts;
    }

    private static Map<Report.Key, Report> find(List<Asked> asked) {
        Map<Report.Key, Report> found = new HashMap<>();
        Report.<Report>list(
                        "unitCode in ?1 and period in ?2",
                        asked.stream().map(Asked::unitCode).distinct().toList(),
                        asked.stream().map(Asked::period).distinct().toList())
                .forEach(report -> found.put(report.key(), report));
        return found;
    }

    private static Verdict refusal(Asked asked, Report report, String path) {
        if (report == null) {
            return refused(
                    asked, null, "NO_REPORT", Text.of("没有这份报表，或刚被处理", "there is no such report, or not any more"));
        }
        if (!report.path().equals(path + asked.unitCode() + "/")) {
            return refused(asked, report, "NOT_YOURS", Text.of("该单位由下级管理", "the unit is administered further down"));
        }
        if (asked.version() != null && asked.version() != report.version()) {
            return refused(
                    asked,
                    report,
                    "CHANGED_MEANWHILE",
                    Text.of(
                            "您看到的是第 %s 版，现在是第 %s 版（%s 修改）",
                            "you saw version %s, it is now version %s, changed by %s",
                            asked.version(),
                            report.version(),
                            report.changedBy()));
        }
        if (report.status() == Status.SUBMITTED) return null;
        return refused(
                asked, report, "NOT_SUBMITTED", Text.of("状态是 %s，不是已上报", "it is %s, not submitted", report.status()));
    }

    private static Verdict refused(Asked asked, Report report, String code, Text reason) {
        return new Verdict(
                asked.unitCode(), asked.period(), false, report == null ? null : report.version(), code, reason);
    }
}
