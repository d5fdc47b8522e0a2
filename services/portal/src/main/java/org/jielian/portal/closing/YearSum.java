package org.jielian.portal.closing;

import java.util.stream.Collectors;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * What the closed months of a year add up to.
 *
 * @param closed whether all of them are
 * @param text the figures, or which months are still open
 */
public record YearSum(boolean closed, String text) {
    static YearSum of(Closing.Year year, Words words) {
        if (year.live() == null) {
            String open = year.open().stream()
                    .map(m -> words.get("monthOfYear" + m.getMonthValue()))
                    .collect(Collectors.joining(words.get("listComma")));
            return new YearSum(false, words.get("yearStillOpen", year.open().size(), open));
        }
        return new YearSum(
                true,
                words.get(
                        "yearClosed",
                        Numbers.format(year.live().energyKgce(), 2),
                        Numbers.format(year.reviewed().energyKgce(), 2),
                        Numbers.format(year.live().units().reported()),
                        Numbers.format(year.live().units().expected())));
    }
}
