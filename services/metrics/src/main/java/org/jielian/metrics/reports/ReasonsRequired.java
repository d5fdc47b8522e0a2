package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.calendar.ClosedMonths;
import org.jielian.metrics.calendar.ClosedMonths.Month;

/**
 * Nothing blocks, but what was accepted, or stands in a closing, changes only with a reason: whoever looks at the difference later has to
 * find one. The same for form, file and call, since all of them record through {@link RecordingReports}.
 */
@Singleton
class ReasonsRequired {
    @Inject
    ClosedMonths closedMonths;

    /** Those whose month a region above has closed; none of the months is closed until the transaction ends. */
    Set<Report.Key> closed(Map<Report.Key, Whereabouts> where) {
        Map<Report.Key, Month> months = new HashMap<>();
        where.forEach((key, at) -> {
            if (at.countsIn() != null) months.put(key, new Month(at.countsIn().regionCode(), key.period()));
        });
        Set<Month> closed = closedMonths.holdAndFindClosed(months.values());
        return months.entrySet().stream()
                .filter(e -> closed.contains(e.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What the person said of the change as a whole: beside the report, or in it. {@code null} for nothing. */
    static String reasonOf(Draft draft, String reason) {
        return Optional.ofNullable(reason)
                .filter(r -> !r.isBlank())
                .orElse(draft.figures().remarks().explanations().get(Remarks.ALL_OF_IT));
    }

    static boolean isMissing(Draft draft, Report present, Set<Report.Key> closed, String reason) {
        if (reason != null || present != null && changesNothing(draft, present)) return false;
        boolean accepted = present != null && present.status() == ReportState.Status.ACCEPTED;
        return accepted || closed.contains(draft.key());
    }

    private static boolean changesNothing(Draft draft, Report present) {
        return present.status() != ReportState.Status.WITHDRAWN
                && present.figures().sameAs(draft.figures());
    }

    void requireForWithdrawal(Report report, String reason) {
        if (reason != null && !reason.isBlank()) return;
        ReportState state = report.state();
        boolean closed = state.countsIn() != null
                && !closedMonths
                        .holdAndFindClosed(List.of(new Month(
                                state.countsIn().regionCode(), report.key().period())))
                        .isEmpty();
        if (closed || state.status() == ReportState.Status.ACCEPTED) throw refusal(report.key());
    }

    static ProblemException refusal(Report.Key key) {
        Text detail = Text.of(
                "%s 的 %s 报表已审核通过或所在月份已关账，请写明原因（reason）",
                "the report of %s for %s was accepted, or its month is closed: say why it changes (reason)",
                key.unitCode(),
                YearMonth.parse(key.period()));
        return new ProblemException(
                ReportProblem.REASON_REQUIRED,
                detail,
                List.of(new ProblemException.FieldError("reason", Text.of("请写明原因", "say why"))));
    }

    static Text fileText() {
        return Text.of(
                "该报表已审核通过或所在月份已关账，请在 explanation 列写明原因",
                "it was accepted, or its month is closed: say why in the column explanation");
    }
}
