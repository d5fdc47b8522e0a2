package org.jielian.metrics.reminders;

import java.time.YearMonth;
import java.util.Locale;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.reporting.Outstanding;

/** What a reminder says. */
final class ReminderTexts {
    static Notice toUnit(Outstanding.Unit unit, YearMonth period, String from) {
        return new Notice(
                unit.code(),
                Outstanding.UNIT_REMINDED,
                "report/" + unit.code() + "/" + period,
                title(unit, period),
                detail(unit, period, from),
                "/unit/" + unit.code() + "?month=" + period);
    }

    private static Text title(Outstanding.Unit unit, YearMonth period) {
        if (unit.state() == Outstanding.State.RETURNED) {
            return Text.of("催报：%s 报表已退回，请更正", "Reminder: your report of %s was sent back, correct it", period);
        }
        return unit.late()
                ? Text.of("催报：%s 报表已逾期", "Reminder: your report of %s is late", period)
                : Text.of("催报：请上报 %s 报表", "Reminder: hand in your report of %s", period);
    }

    private static Text detail(Outstanding.Unit unit, YearMonth period, String from) {
        if (unit.state() == Outstanding.State.RETURNED) {
            return Text.of(
                    "%s提醒：%s %s 的报表被退回后尚未更正。",
                    "%s reminds you: the report of %s for %s was sent back and is not corrected yet.",
                    from,
                    unit.name(),
                    period);
        }
        return Text.of(
                "%s提醒：尚未收到 %s %s 的报表，截止日为 %s。",
                "%s reminds you: nothing has come from %s for %s; it was to be in by %s.",
                from,
                unit.name(),
                period,
                unit.dueOn());
    }

    static Notice toRegion(Outstanding.Region region, YearMonth period, String from) {
        String portal = region.tier().name().toLowerCase(Locale.ROOT);
        return new Notice(
                region.code(),
                Outstanding.REGION_REMINDED,
                "reporting/" + region.code() + "/" + period,
                Text.of(
                        "催报：%s 还有 %s 家单位的报表未完成",
                        "Reminder: the reports of %s are outstanding from %s units", period, region.count(null)),
                Text.of(
                        "%s提醒：%s %s 未报 %s 家（其中逾期 %s 家），退回待更正 %s 家。",
                        "%s reminds you: in %s, %s is missing from %s units (%s of them late) and sent back to %s.",
                        from,
                        region.name(),
                        period,
                        region.missing(),
                        region.late(),
                        region.returned()),
                "/" + portal + "/" + region.code() + "/reporting/outstanding?period=" + period);
    }

    private ReminderTexts() {}
}
