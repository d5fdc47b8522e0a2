package org.jielian.metrics.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.calendar.CalendarResource.Setting;

/** A region sets its due days: for itself and whatever is below it, from a month on. */
@Singleton
class SettingCalendar {
    private static final int LAST_DAY = 28;
    private static final int MOST_GRACE = 31;

    @Inject
    DueRules rules;

    @Inject
    DueDates dates;

    @Inject
    TellingCalendars telling;

    @Inject
    Access access;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Sets what the region says from a month on.
     *
     * @param expectedVersion of the calendar the person saw; {@code null} if they do not care
     * @throws ProblemException INVALID with every field that is wrong, PRECONDITION_FAILED
     */
    @Transactional
    void set(String region, Setting setting, Long expectedVersion) {
        String path = access.requireActs(region);
        Level level = dates.levelOf(region)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有地区 %s", "there is no region %s", region));
        List<DueRule> own = rules.of(region);
        long version = own.stream().mapToLong(DueRule::version).max().orElse(0);
        requireVersion(expectedVersion, version, own);
        YearMonth from = check(region, level, setting);
        DueRule before = own.stream()
                .filter(r -> r.from().equals(from.toString()))
                .findFirst()
                .orElse(null);
        DueRule rule = new DueRule(
                region,
                null,
                level,
                from.toString(),
                version + 1,
                setting.days(),
                setting.graceDays(),
                clock.instant(),
                person.name());
        rules.put(rule);
        requireOrder(region, from);
        telling.tellFrom(region);
        audit.record("CALENDAR_SET", "calendar/" + region, path, before, rule, setting.reason());
    }

    private static void requireVersion(Long expected, long actual, List<DueRule> own) {
        if (expected == null || expected == actual) return;
        throw CommonProblem.PRECONDITION_FAILED.because(
                "您看到的是第 %s 版，现在是第 %s 版（%s 修改）",
                "you saw version %s, it is now version %s, changed by %s",
                expected,
                actual,
                own.isEmpty() ? "-" : own.get(own.size() - 1).setBy());
    }

    private YearMonth check(String region, Level level, Setting setting) {
        List<FieldError> errors = new ArrayList<>();
        YearMonth from = from(region, setting.from(), errors);
        setting.days().forEach((of, day) -> {
            String field = of.name().toLowerCase(java.util.Locale.ROOT) + "Day";
            if (of.compareTo(level) > 0)
                errors.add(new FieldError(field, Text.of("由上级规定，%s 不能设置", "set by the tier above, not by %s", region)));
            else if (day < 1 || day > LAST_DAY)
                errors.add(new FieldError(field, Text.of("应为次月 1 至 %s 日", "must be a day from 1 to %s", LAST_DAY)));
        });
        Integer grace = setting.graceDays();
        if (grace != null && (grace < 0 || grace > MOST_GRACE))
            errors.add(new FieldError(
                    "graceDays", Text.of("应为 0 至 %s 个工作日", "must be from 0 to %s working days", MOST_GRACE)));
        if (!errors.isEmpty()) throw invalid(errors);
        return from;
    }

    /** What was due already stays as it was: nobody becomes late, or timely, afterwards. */
    private YearMonth from(String region, String text, List<FieldError> errors) {
        YearMonth now = YearMonth.now(clock);
        if (text == null || text.isBlank()) return now;
        YearMonth earliest = earliest(region, now);
        try {
            YearMonth from = YearMonth.parse(text);
            if (!from.isBefore(earliest)) return from;
            errors.add(new FieldError(
                    "from",
                    Text.of(
                            "最早从 %s 起，更早的月份已到期",
                            "from %s on at the earliest; months before were due already", earliest)));
        } catch (DateTimeException e) {
            errors.add(new FieldError("from", Text.of("月份应写作 2025-06", "write the month as 2025-06")));
        }
        return now;
    }

    /** Last month, until its units are due; after that the month under way. */
    private YearMonth earliest(String region, YearMonth now) {
        YearMonth last = now.minusMonths(1);
        return LocalDate.now(clock).isAfter(dates.ofUnitsIn(region, last).date()) ? now : last;
    }

    /** Each level needs what the one below has finished. */
    private void requireOrder(String region, YearMonth from) {
        Map<Level, DueDays.Said> days = new EnumMap<>(dates.days(region, from).days());
        Level below = null;
        for (Level level : Level.values()) {
            if (below != null && days.get(level).value() < days.get(below).value()) {
                throw invalid(List.of(new FieldError(
                        level.name().toLowerCase(java.util.Locale.ROOT) + "Day",
                        Text.of(
                                "不能早于下一级的 %s 日（本级为 %s 日）",
                                "must not be before the %s of the level below; it is the %s",
                                days.get(below).value(),
                                days.get(level).value()))));
            }
            below = level;
        }
    }

    private static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                CommonProblem.INVALID, Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()), errors);
    }
}
