package org.jielian.portal.closing;

import java.time.YearMonth;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;

/**
 * How the closing stands, in one line.
 *
 * @param children how many of the regions below have closed the month; {@code null} where there are none
 * @param overdue how many earlier months of the year are still open past their day; {@code null} if none
 */
public record ClosingLine(
        String month, String text, String grade, String href, String children, String overdue, String all) {
    static ClosingLine of(Region region, Closing.Year year, YearMonth due, Words words) {
        Closing.Line line = year.months().get(due.getMonthValue() - 1);
        String all = Addresses.region(region.tier(), region.code()) + "/closings";
        long overdue = year.months().stream()
                .filter(l -> l.period().isBefore(due) && l.standing().state() == MonthStanding.State.LATE)
                .count();
        return new ClosingLine(
                words.month(due),
                line.standing().explanation().in(words.language()),
                line.standing().grade(),
                all + "/" + due,
                line.children() == 0 ? null : words.get("childrenClosedOf", line.childrenClosed(), line.children()),
                overdue == 0 ? null : words.get("monthsOverdue", overdue),
                all + "?year=" + year.year());
    }
}
