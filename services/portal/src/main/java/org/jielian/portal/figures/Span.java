package org.jielian.portal.figures;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Words;

/** The months a page is about: one month, a whole year, or the months of a year up to one of them. */
public record Span(YearMonth from, YearMonth to) {
    public Span {
        if (to.isBefore(from)) throw new IllegalArgumentException(from + " is after " + to);
    }

    public static Span month(YearMonth month) {
        return new Span(month, month);
    }

    public static Span year(int year) {
        return new Span(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    public static Span yearToDate(YearMonth month) {
        return new Span(YearMonth.of(month.getYear(), 1), month);
    }

    /** As in addresses: {@code 2025}, {@code 2025-06} or {@code 2025-01..2025-06}. */
    public static Span parse(String text) {
        try {
            if (text == null) throw new IllegalArgumentException("no period");
            int range = text.indexOf("..");
            if (range > 0)
                return new Span(YearMonth.parse(text.substring(0, range)), YearMonth.parse(text.substring(range + 2)));
            return text.length() == 4 ? year(Integer.parseInt(text)) : month(YearMonth.parse(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw UpstreamProblem.of(400, text);
        }
    }

    public String text() {
        if (from.equals(to)) return from.toString();
        return isYear() ? String.valueOf(from.getYear()) : from + ".." + to;
    }

    public boolean isYear() {
        return from.getMonthValue() == 1 && to.equals(from.plusMonths(11));
    }

    public boolean isMonth() {
        return from.equals(to);
    }

    public int year() {
        return to.getYear();
    }

    public Span yearBefore() {
        return new Span(from.minusYears(1), to.minusYears(1));
    }

    public String label(Words words) {
        if (isMonth()) return words.month(from);
        if (isYear()) return words.get("spanYear", String.valueOf(year()));
        return words.get("spanRange", words.month(from), words.month(to));
    }
}
