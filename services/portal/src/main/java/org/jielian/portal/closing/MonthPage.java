package org.jielian.portal.closing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MonthStanding.State;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/**
 * A region's month, before and after its closing.
 *
 * @param address of the page, where its forms are sent
 * @param text how it stands to its day
 * @param shown which closing is shown beside the figures of now; {@code null} before the first
 * @param closes whether the person may close it now
 * @param reopens whether the person may reopen it
 * @param sure what is asked before it is closed
 * @param done what has just been done; {@code null} if nothing
 * @param error what was refused; {@code null} if nothing was
 * @param typed what had been typed then
 * @param printsPdf whether the monthly report can be had as PDF
 */
public record MonthPage(
        String address,
        String label,
        String text,
        String grade,
        List<ToDo> missing,
        String shown,
        boolean closes,
        boolean reopens,
        String sure,
        String done,
        String error,
        String typed,
        Table children,
        Table reopenedBelow,
        Table comparison,
        Table types,
        Table differences,
        Table history,
        String all,
        boolean printsPdf) {
    /** Something that is not there yet. */
    public record ToDo(String text, String count, String href, String grade) {}

    static MonthPage of(
            Region region,
            Closing.Month month,
            Listing<Closing.Difference> differences,
            List<Quantity> quantities,
            boolean acts,
            String done,
            String error,
            String typed,
            boolean printsPdf,
            Words words) {
        ClosingTables tables = new ClosingTables(region, words);
        String home = Addresses.region(region.tier(), region.code());
        String address = home + "/closings/" + month.period();
        boolean closed = month.standing().state() == State.CLOSED;
        boolean over = month.standing().state() == State.DUE
                || month.standing().state() == State.IN_GRACE
                || month.standing().state() == State.LATE;
        String next = differences.next() == null
                ? null
                : address + "?number=" + month.shown().number() + "&cursor=" + differences.next() + "#differences";
        String label = words.month(month.period());
        return new MonthPage(
                address,
                label,
                month.standing().explanation().in(words.language()),
                month.standing().grade(),
                missing(home, month.period(), month.reports(), month.children(), words),
                shown(tables, month, words),
                acts && over,
                acts && closed,
                words.get(
                        "closeMonthSure", label, Numbers.format(month.reports().missing())),
                done != null && words.has("closing" + done) ? words.get("closing" + done, label) : null,
                error,
                typed,
                month.children().isEmpty() ? null : tables.children(month),
                month.reopenedBelow().isEmpty() ? null : tables.reopenedBelow(month),
                tables.comparison(month, quantities),
                month.frozen() == null ? null : tables.types(month),
                month.frozen() == null ? null : tables.differences(month, differences.items(), quantities, next),
                month.closings().isEmpty() ? null : tables.history(month),
                home + "/closings?year=" + month.period().getYear(),
                printsPdf);
    }

    private static String shown(ClosingTables tables, Closing.Month month, Words words) {
        Closing shown = month.shown();
        if (shown == null) return null;
        String closed = words.get("closingShown", shown.number(), tables.closed(shown));
        return shown.holds() ? closed : closed + " " + words.get("noLongerHolds", shown.reopeningReason());
    }

    private static List<ToDo> missing(
            String home, YearMonth period, Closing.Reports reports, List<Closing.Child> children, Words words) {
        List<ToDo> list = new ArrayList<>();
        String reporting = home + "/reporting";
        add(list, words.get("notReportedYet"), reports.missing(), reporting + "?missing=" + period, "poor");
        String review = home + "/review?period=" + period + "&below=true";
        add(list, words.get("sentBackStill"), reports.returned(), review + "&state=RETURNED", "poor");
        add(list, words.get("notReviewedYet"), reports.submitted(), review + "&state=SUBMITTED", "fair");
        if (!children.isEmpty()) {
            long open = children.stream().filter(c -> !c.isClosed()).count();
            add(list, words.get("childrenStillOpen"), open, home + "/closings/" + period + "#closing-children", "fair");
        }
        return list;
    }

    private static void add(List<ToDo> list, String text, long count, String href, String grade) {
        list.add(new ToDo(text, Numbers.format(count), href, count == 0 ? "good" : grade));
    }
}
