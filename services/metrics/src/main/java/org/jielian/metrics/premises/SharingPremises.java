package org.jielian.metrics.premises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.premises.Sharing.Share;

/** Whoever administers the host of a building says who shares what in it. */
@Singleton
class SharingPremises {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;
    private static final int NAMED = 20;

    @Inject
    SharingTable table;

    @Inject
    Quantities quantities;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    AuditTrail audit;

    @Transactional
    List<Sharing> look(String host) {
        access.requireSees(host);
        return table.of(host);
    }

    /**
     * Arranges from a month on who shares a carrier.
     *
     * @throws ProblemException INVALID unless the shares are parts of 100 %; FORBIDDEN where the host is not administered by the caller or
     *     a tenant is out of sight; CONFLICT with the reports of tenants that carry it already
     */
    @Transactional
    List<Sharing> arrange(Sharing sharing) {
        String path = access.requireActs(sharing.host());
        requireValid(sharing);
        for (Share share : sharing.shares()) access.requireSees(share.unit());
        requireUnits(sharing);
        requireNotReported(sharing);
        List<Sharing> before = table.of(sharing.host());
        table.put(sharing);
        List<Sharing> after = table.of(sharing.host());
        if (!before.equals(after))
            audit.record("PREMISES_SHARED", "premises/" + sharing.host(), path, before, after, null);
        return after;
    }

    private void requireValid(Sharing sharing) {
        List<FieldError> errors = new ArrayList<>();
        Quantity quantity = quantities.find(sharing.quantity());
        if (quantity == null || quantity.carrier() == null)
            errors.add(new FieldError("quantity", Text.of("没有这种能源或水", "there is no such carrier")));
        if (sharing.from() == null || !sharing.from().matches("\\d{4}-(0[1-9]|1[0-2])"))
            errors.add(new FieldError("from", Text.of("起始月份应写作 2026-01", "write the first month as 2026-01")));
        sharing.shares().stream()
                .filter(share -> !isPart(share.percent()))
                .forEach(share -> errors.add(new FieldError(
                        "shares." + share.unit(),
                        Text.of("应大于 0、不超过 100，至多四位小数", "must be above 0, at most 100, with at most four decimals"))));
        BigDecimal total = sharing.shares().stream()
                .map(Share::percent)
                .filter(percent -> percent != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(WHOLE) != 0)
            errors.add(new FieldError(
                    "shares",
                    Text.of(
                            "分摊比例合计 %s %%，应为 100 %%",
                            "the shares are %s %% together and must be 100 %%", total.toPlainString())));
        refuse(errors);
    }

    private static boolean isPart(BigDecimal percent) {
        return percent != null
                && percent.signum() > 0
                && percent.compareTo(WHOLE) <= 0
                && percent.stripTrailingZeros().scale() <= DECIMALS;
    }

    private void requireUnits(Sharing sharing) {
        List<FieldError> errors = new ArrayList<>();
        if (!isUnit(sharing.host())) errors.add(notAUnit("host"));
        sharing.shares().stream()
                .filter(share -> !isUnit(share.unit()))
                .forEach(share -> errors.add(notAUnit("shares." + share.unit())));
        refuse(errors);
    }

    private boolean isUnit(String code) {
        return paths.find(code).filter(NodePaths.Node::isUnit).isPresent();
    }

    private static FieldError notAUnit(String field) {
        return new FieldError(field, Text.of("不是单位", "is no unit"));
    }

    private static void refuse(List<FieldError> errors) {
        if (errors.isEmpty()) return;
        throw new ProblemException(
                CommonProblem.INVALID, Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()), errors);
    }

    private void requireNotReported(Sharing sharing) {
        List<String> tenants = sharing.shares().stream()
                .map(Share::unit)
                .filter(unit -> !unit.equals(sharing.host()))
                .toList();
        List<String> reported = table.reportedByTenants(tenants, sharing.quantity(), sharing.from(), NAMED);
        if (reported.isEmpty()) return;
        throw new ProblemException(
                CommonProblem.CONFLICT,
                Text.of(
                        "入驻单位已填报该项用量：请先更正这些报表，或从更晚的月份开始",
                        "tenants have reported it themselves: correct these reports first, or begin with a later month"),
                reported.stream()
                        .map(report -> new FieldError(report, Text.of("已填报该项用量", "carries the shared quantity")))
                        .toList());
    }
}
