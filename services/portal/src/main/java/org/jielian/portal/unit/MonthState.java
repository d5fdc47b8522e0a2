package org.jielian.portal.unit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;

/**
 * How a month stands, and the months around it to choose from.
 *
 * @param standing whether there is a report that counts
 * @param changed when and by whom it was last changed; {@code null} without one
 * @param done what has just been done; {@code null} if nothing
 */
public record MonthState(
        String month,
        String label,
        String status,
        String grade,
        boolean standing,
        String changed,
        String done,
        List<Choice> months) {
    private static final int MONTHS_SHOWN = 12;

    /** Something to choose from. */
    public record Choice(String text, String href, boolean chosen, String grade) {}

    static MonthState of(Unit unit, YearMonth month, YearMonth due, Months months, String done, Words words) {
        Report report = months.find(month).orElse(null);
        String status = report == null ? "NONE" : report.status().name();
        boolean standing = report != null && report.stands();
        return new MonthState(
                month.toString(),
                words.month(month),
                words.get("report" + status),
                standing ? "good" : "poor",
                standing,
                report == null ? null : words.get("changedBy", words.time(report.changedAt()), report.changedBy()),
                done != null && words.has("done" + done) ? words.get("done" + done, words.month(month)) : null,
                choices(unit, month, due, months, words));
    }

    /** The year of months that ends with the one that is due, or around the one looked at. */
    private static List<Choice> choices(Unit unit, YearMonth month, YearMonth due, Months months, Words words) {
        YearMonth last = month.isAfter(due) || month.isBefore(due.minusMonths(MONTHS_SHOWN - 1))
                ? YearMonth.of(month.getYear(), 12)
                : due;
        List<Choice> choices = new ArrayList<>();
        for (YearMonth m = last.minusMonths(MONTHS_SHOWN - 1); !m.isAfter(last); m = m.plusMonths(1)) {
            boolean stands = months.standing(m) != null;
            String href = Addresses.unit(unit.code()) + "?month=" + m + "#month";
            choices.add(new Choice(
                    (stands ? "✓ " : "○ ") + words.month(m), href, m.equals(month), stands ? "good" : "poor"));
        }
        return choices;
    }
}
