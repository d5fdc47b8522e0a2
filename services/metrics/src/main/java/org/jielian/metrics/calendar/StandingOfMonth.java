package org.jielian.metrics.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jielian.contracts.BusinessTime;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.calendar.ClosedMonths.Closed;
import org.jielian.metrics.calendar.MonthView.State;

/**
 * What the calendar says of a month today.
 *
 * @param first first month of the programme
 */
record StandingOfMonth(YearMonth first, LocalDate today) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessTime.ZONE);

    /** A month that a unit, or a region, is not concerned with. */
    MonthView notExpected(String code, Level level, YearMonth period) {
        Text why = period.isBefore(first)
                ? Text.of("%s 以前的月份不在填报范围内", "months before %s are not reported", first)
                : Text.of("该单位在 %s 尚未登记或已注销，无须填报", "the unit was not registered yet, or closed already, in %s", period);
        return new MonthView(
                code, period, null, level, null, null, null, State.NOT_EXPECTED, true, false, List.of(), why);
    }

    /** @param closedBy closings at and above the region, the nearest first */
    MonthView of(String code, String region, Level level, YearMonth period, Due due, List<Closed> closedBy) {
        if (period.isBefore(first)) return notExpected(code, level, period);
        boolean unit = level == Level.UNIT;
        boolean closed = unit
                ? !closedBy.isEmpty()
                : closedBy.stream().anyMatch(c -> c.regionCode().equals(region));
        State state = closed ? State.CLOSED : byDay(period, due);
        return new MonthView(
                code,
                period,
                region,
                level,
                due.date(),
                due.graceUntil(),
                ChronoUnit.DAYS.between(today, due.date()),
                state,
                state == State.NOT_YET_OPEN,
                !closedBy.isEmpty(),
                closedBy,
                unit ? toUnit(state, period, due, closedBy) : toRegion(state, period, due, closedBy));
    }

    private State byDay(YearMonth period, Due due) {
        if (today.isBefore(period.atDay(1))) return State.NOT_YET_OPEN;
        if (!today.isAfter(period.atEndOfMonth())) return State.OPEN;
        if (!today.isAfter(due.date())) return State.DUE;
        return today.isAfter(due.graceUntil()) ? State.LATE : State.IN_GRACE;
    }

    private Text toUnit(State state, YearMonth period, Due due, List<Closed> closedBy) {
        return switch (state) {
            case NOT_YET_OPEN ->
                Text.of("该月尚未开始，%s 起可以填报", "the month has not begun; it can be reported from %s on", period.atDay(1));
            case OPEN -> Text.of("本月正在进行，%s 截止", "the month is under way and due on %s", due.date());
            case DUE -> left(due, "填报", "report");
            case IN_GRACE ->
                Text.of("截止日 %s 已过，宽限至 %s", "it was due on %s; grace ends on %s", due.date(), due.graceUntil());
            case LATE ->
                Text.of(
                        "截止日 %s 已过，仍可填报，计为逾期",
                        "it was due on %s; it can still be reported and counts as late", due.date());
            case CLOSED -> closed(closedBy.get(0));
            case NOT_EXPECTED -> throw new IllegalArgumentException("said elsewhere");
        };
    }

    private Text toRegion(State state, YearMonth period, Due due, List<Closed> closedBy) {
        return switch (state) {
            case NOT_YET_OPEN -> Text.of("该月尚未开始", "the month has not begun");
            case OPEN -> Text.of("本月正在进行，%s 前关账", "the month is under way and to be closed by %s", due.date());
            case DUE -> left(due, "关账", "close it");
            case IN_GRACE ->
                Text.of(
                        "关账期限 %s 已过，宽限至 %s",
                        "it was to be closed by %s; grace ends on %s", due.date(), due.graceUntil());
            case LATE -> Text.of("关账期限 %s 已过，尚未关账", "it was to be closed by %s and is still open", due.date());
            case CLOSED -> {
                Closed own = closedBy.get(0);
                yield Text.of("%s由 %s 关账", "closed on %s by %s", TIME.format(own.at()), own.by());
            }
            case NOT_EXPECTED -> throw new IllegalArgumentException("said elsewhere");
        };
    }

    private Text left(Due due, String zh, String en) {
        long days = ChronoUnit.DAYS.between(today, due.date());
        if (days == 0)
            return new Text("今天（%s）是%s截止日".formatted(due.date(), zh), "%s today, %s".formatted(en, due.date()));
        return new Text(
                "请在 %s 前%s，还剩 %s 天".formatted(due.date(), zh, days),
                "%s by %s, %s days left".formatted(en, due.date(), days));
    }

    private static Text closed(Closed by) {
        return Text.of(
                "%s已于 %s 关账。仍可填报、更正或撤回，但须写明原因，并作为关账后的差异列示",
                "%s closed the month on %s. It can still be reported, corrected or taken back with a reason, and then stands as a"
                        + " difference from the closed figures",
                by.name(),
                TIME.format(by.at()));
    }
}
