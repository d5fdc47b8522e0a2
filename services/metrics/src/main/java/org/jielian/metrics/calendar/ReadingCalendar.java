package org.jielian.metrics.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.metrics.calendar.CalendarView.MonthDues;
import org.jielian.metrics.calendar.CalendarView.NoticeView;
import org.jielian.metrics.calendar.CalendarView.OwnView;
import org.jielian.metrics.calendar.CalendarView.SaidView;

/** Answers by when what is due, and how the months stand to it. */
@Singleton
public class ReadingCalendar {
    @Inject
    DueDates dates;

    @Inject
    DueRules rules;

    @Inject
    ClosedMonths closed;

    @Inject
    WorkingDays working;

    @Inject
    ReportingConfig config;

    @Inject
    Clock clock;

    /** A region's calendar with the rules that hold for the month under way, or for the year's last where that is over. */
    CalendarView of(String region, Year year) {
        Level level = dates.levelOf(region)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有地区 %s", "there is no region %s", region));
        YearMonth now = YearMonth.now(clock);
        YearMonth asOf = now.getYear() > year.getValue()
                ? year.atMonth(12)
                : now.getYear() < year.getValue() ? year.atMonth(1) : now;
        DueDays days = dates.days(region, asOf);
        List<DueRule> own = rules.of(region);
        List<MonthDues> months = new ArrayList<>();
        for (int m = 1; m <= 12; m++) months.add(dues(region, level, year.atMonth(m)));
        return new CalendarView(
                region,
                level,
                year.getValue(),
                own.stream().mapToLong(DueRule::version).max().orElse(0),
                asOf,
                CalendarView.days(days),
                SaidView.of(days.grace()),
                own.stream().map(OwnView::of).toList(),
                months,
                notices(year));
    }

    private MonthDues dues(String region, Level level, YearMonth period) {
        DueDays days = dates.days(region, period);
        Map<Level, Due> due = new EnumMap<>(Level.class);
        for (Level each : Level.values()) due.put(each, days.due(each, period, working));
        var standing = standing().of(region, region, level, period, due.get(level), closed.above(region, period));
        return new MonthDues(period, due, standing);
    }

    /** What is due in December is due in the year after. */
    private List<NoticeView> notices(Year year) {
        return IntStream.of(year.getValue(), year.getValue() + 1)
                .mapToObj(y -> new NoticeView(y, working.noticeOf(y).orElse(null)))
                .toList();
    }

    /** How a month of a region, or of a unit, stands. */
    public MonthView month(String code, YearMonth period) {
        var level = dates.levelOf(code);
        if (level.isPresent()) {
            Due due = dates.days(code, period).due(level.get(), period, working);
            return standing().of(code, code, level.get(), period, due, closed.above(code, period));
        }
        return dates.administeredBy(code, period)
                .map(region -> standing()
                        .of(
                                code,
                                region,
                                Level.UNIT,
                                period,
                                dates.ofUnitsIn(region, period),
                                closed.above(region, period)))
                .orElseGet(() -> standing().notExpected(code, Level.UNIT, period));
    }

    private StandingOfMonth standing() {
        return new StandingOfMonth(config.firstPeriod(), LocalDate.now(clock));
    }
}
