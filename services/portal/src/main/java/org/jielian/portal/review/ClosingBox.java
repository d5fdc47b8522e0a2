package org.jielian.portal.review;

import java.time.YearMonth;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.MonthStanding.State;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Review.Progress;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * How the closing of the month stands, and what closes it.
 *
 * @param href the month's page
 * @param action where it is closed; {@code null} when it is closed already or is not for the reader to close
 * @param question asked before it is closed, with what is still open
 */
public record ClosingBox(String text, String grade, String href, String action, String month, String question) {
    static ClosingBox of(
            Region region, YearMonth month, MonthStanding standing, Progress progress, boolean closes, Words words) {
        String base = Addresses.region(region.tier(), region.code());
        boolean open = standing.state() != State.CLOSED
                && standing.state() != State.NOT_EXPECTED
                && standing.state() != State.NOT_YET_OPEN;
        return new ClosingBox(
                standing.explanation().in(words.language()),
                standing.grade(),
                base + "/closings/" + month,
                closes && open ? base + "/review/closing" : null,
                month.toString(),
                words.get(
                        "closeFromInboxSure",
                        words.month(month),
                        Numbers.format(progress.waiting()),
                        Numbers.format(progress.returned()),
                        Numbers.format(progress.missing())));
    }
}
