package org.jielian.portal.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jielian.portal.i18n.Numbers;

/**
 * One cell, as it reads and as it sorts and downloads.
 *
 * @param text as printed
 * @param value what it is sorted by and what a spreadsheet gets; {@code null} when missing
 * @param href where it leads; {@code null} for nowhere
 * @param grade a style by meaning, such as {@code worse}; {@code null} for none
 * @param reported with {@code expected}: drawn as a bar when {@code expected} is not {@code null}
 */
public record Cell(
        String text, Comparable<?> value, String href, String grade, Long reported, Long expected, boolean number) {
    public static Cell text(String text) {
        return new Cell(text == null ? Numbers.MISSING : text, text, null, null, null, null, false);
    }

    public static Cell link(String text, String href) {
        return new Cell(text, text, href, null, null, null, false);
    }

    public static Cell number(BigDecimal value, int decimals) {
        BigDecimal rounded = value == null ? null : value.setScale(decimals, RoundingMode.HALF_UP);
        return new Cell(Numbers.format(value, decimals), rounded, null, null, null, null, true);
    }

    public static Cell count(long value) {
        return number(BigDecimal.valueOf(value), 0);
    }

    /** A word with a meaning one can see. */
    public static Cell graded(String text, Comparable<?> value, String grade) {
        return new Cell(text, value, null, grade, null, null, value instanceof BigDecimal);
    }

    public static Cell bar(String text, Comparable<?> value, String grade, long reported, long expected) {
        return new Cell(text, value, null, grade, reported, expected, true);
    }

    public Cell to(String address) {
        return new Cell(text, value, address, grade, reported, expected, number);
    }
}
