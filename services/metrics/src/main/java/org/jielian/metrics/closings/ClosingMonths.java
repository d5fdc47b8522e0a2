package org.jielian.metrics.closings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jielian.contracts.ClosingState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.calendar.ClosedMonths;
import org.jielian.metrics.calendar.ReportingConfig;
import org.jielian.metrics.closings.Closing.Child;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.rollups.ReportSums;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.RollupAnswers;

/** A region closes its month, and takes that back. Neither waits for anybody below, and neither keeps anybody below from anything. */
@Singleton
class ClosingMonths {
    @Inject
    Closings closings;

    @Inject
    FreezingFigures freezing;

    @Inject
    ClosedMonths closedMonths;

    @Inject
    Coefficients coefficients;

    @Inject
    ReportingConfig config;

    @Inject
    RollupAnswers rollups;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Notices notices;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Freezes the month as it stands.
     *
     * @param note what is said with it; may be {@code null}
     */
    @Transactional
    void close(String region, YearMonth period, String note) {
        String path = requireActsAtRegion(region);
        requireCloseable(region, period);
        closedMonths.holdForClosing(period);
        List<Closing> before = closings.of(region, period.toString(), period.toString());
        requireOpen(before);
        long id = closings.nextId();
        ReportSums sums = freezing.freeze(region, period.toString(), id);
        var figures = FrozenFigures.of(sums, freezing.expected(region, period.toString()));
        List<Child> children = freezing.children(region, period.toString());
        Closing closing = new Closing(
                id,
                region,
                period,
                before.size() + 1,
                clock.instant(),
                person.name(),
                note,
                coefficients.require(null).code(),
                sums.digest(),
                children.size(),
                open(children, period),
                null,
                null,
                null);
        closings.add(closing, figures);
        closedMonths.close(region, period, closing.number(), closing.closedAt(), closing.closedBy());
        audit.record("CLOSED", subject(region, period), path, null, closing, note);
        tell(closing, figures);
    }

    /** Takes the closing back; it stays in the history, and the region above is told. */
    @Transactional
    void reopen(String region, YearMonth period, String reason) {
        String path = requireActsAtRegion(region);
        if (reason == null || reason.isBlank())
            throw CommonProblem.INVALID.because("请写明重新开账的原因（reason）", "say why it is reopened (reason)");
        closedMonths.holdForClosing(period);
        List<Closing> all = closings.of(region, period.toString(), period.toString());
        if (all.isEmpty() || !all.get(all.size() - 1).holds())
            throw ClosingProblem.NOT_CLOSED.because("%s 的 %s 未关账", "%s has not closed %s", region, period);
        Closing last = all.get(all.size() - 1);
        Closing reopened = last.reopened(clock.instant(), person.name(), reason.strip());
        closings.reopen(reopened);
        closedMonths.reopen(region, period);
        audit.record("REOPENED", subject(region, period), path, last, reopened, reopened.reopeningReason());
        tell(reopened, closings.figures(last));
        tellAbove(reopened);
    }

    private String requireActsAtRegion(String region) {
        String path = access.requireActs(region);
        if (paths.find(region).filter(NodePaths.Node::isUnit).isPresent())
            throw CommonProblem.NOT_FOUND.because("没有地区 %s", "there is no region %s", region);
        return path;
    }

    private void requireCloseable(String region, YearMonth period) {
        if (period.isBefore(config.firstPeriod()))
            throw ClosingProblem.NOT_IN_THE_PROGRAMME.because(
                    "%s 以前的月份不在填报范围内", "months before %s are not reported", config.firstPeriod());
        if (!period.isBefore(YearMonth.now(clock)))
            throw ClosingProblem.NOT_OVER.because(
                    "%s 尚未结束，月末后方可关账", "%s is not over, and can be closed after its end", period);
        if (!freezing.existed(region, period.toString()))
            throw ClosingProblem.REGION_DID_NOT_EXIST.because("%s 在 %s 不存在", "%s did not exist in %s", region, period);
    }

    private static void requireOpen(List<Closing> before) {
        if (before.isEmpty()) return;
        Closing last = before.get(before.size() - 1);
        if (last.holds())
            throw ClosingProblem.ALREADY_CLOSED.because(
                    "%s 已由 %s 关账；如需更改，请先重新开账",
                    "%s was closed already by %s; reopen it first", last.period(), last.closedBy());
    }

    private List<Child> open(List<Child> children, YearMonth period) {
        Map<String, Closing> last =
                closings.lastOf(children.stream().map(Child::regionCode).toList(), period.toString());
        return children.stream()
                .filter(c -> !last.containsKey(c.regionCode())
                        || !last.get(c.regionCode()).holds())
                .toList();
    }

    private void tell(Closing c, FrozenFigures figures) {
        // each number is told twice at most: closed, and reopened
        long version = 2L * c.number() - (c.holds() ? 1 : 0);
        var state = new ClosingState(
                c.regionCode(),
                c.period(),
                version,
                c.holds() ? ClosingState.Status.CLOSED : ClosingState.Status.REOPENED,
                c.number(),
                c.closedAt(),
                c.closedBy(),
                c.note(),
                c.reopenedAt(),
                c.reopenedBy(),
                c.reopeningReason(),
                c.coefficientSet(),
                c.digest(),
                figures.types(),
                c.openChildren().stream().map(Child::regionCode).toList());
        outbox.append(ClosingState.TOPIC, state.key(), state);
    }

    /** A region above that has counted on the closing learns that it no longer holds. */
    private void tellAbove(Closing reopened) {
        String parent = freezing.parent(reopened.regionCode(), reopened.period().toString());
        // one that has stood elsewhere since is not on its line any more
        boolean above = parent != null
                && paths.pathOf(reopened.regionCode())
                        .filter(path -> path.contains("/" + parent + "/"))
                        .isPresent();
        if (!above) return;
        About region = rollups.requireSees(reopened.regionCode(), reopened.period());
        notices.tell(new Notice(
                parent,
                "MONTH_REOPENED",
                subject(reopened.regionCode(), reopened.period()),
                Text.of("%s重新开账：%s", "%s reopened %s", region.name(), reopened.period()),
                Text.of("原因：%s", "Reason: %s", reopened.reopeningReason()),
                "/%s/%s/closings/%s"
                        .formatted(region.tier().toLowerCase(Locale.ROOT), region.regionCode(), reopened.period())));
    }

    private static String subject(String region, YearMonth period) {
        return "closing/" + region + "/" + period;
    }
}
