package org.jielian.portal.reporting;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jielian.portal.clients.Outstanding;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;
import org.jielian.portal.tables.Table.Column;

/**
 * Who is outstanding, with whom to call and when somebody was reminded last.
 *
 * @param total on all pages
 * @param next address of the next page; {@code null} on the last
 */
public record OutstandingList(
        List<Column> columns, List<Line> lines, List<Below> below, long total, String next, String xlsx) {
    /**
     * One unit.
     *
     * @param mayRemind whether the one who looks administers it
     * @param phone {@code null} where none is known
     */
    public record Line(
            String code,
            String name,
            String href,
            String region,
            String state,
            String grade,
            String due,
            String person,
            String phone,
            String reminded,
            boolean mayRemind) {
        static Line of(Outstanding unit, YearMonth month, boolean mayRemind, Words words) {
            var contact = unit.contact();
            return new Line(
                    unit.unitCode(),
                    unit.name(),
                    Addresses.unit(unit.unitCode()) + "?month=" + month,
                    unit.regionName(),
                    OutstandingList.state(unit, words),
                    unit.late() || "RETURNED".equals(unit.state()) ? "poor" : "fair",
                    String.valueOf(unit.dueOn()),
                    contact == null ? null : contact.person(),
                    contact == null ? null : contact.phone(),
                    OutstandingList.reminded(unit.lastReminder(), words),
                    mayRemind);
        }
    }

    /** A region right below. */
    public record Below(
            String code,
            String name,
            String href,
            long missing,
            long late,
            long returned,
            String person,
            String phone,
            String reminded,
            boolean mayRemind) {
        static Below of(Outstanding.InRegion region, YearMonth month, boolean mayRemind, Words words) {
            var contact = region.contact();
            return new Below(
                    region.regionCode(),
                    region.name(),
                    Addresses.region(region.tier(), region.regionCode()) + "/reporting/outstanding?period=" + month,
                    region.missing(),
                    region.late(),
                    region.returned(),
                    contact == null ? null : contact.person(),
                    contact == null ? null : contact.phone(),
                    OutstandingList.reminded(region.lastReminder(), words),
                    mayRemind && region.missing() + region.returned() > 0);
        }
    }

    static String state(Outstanding unit, Words words) {
        return words.get("outstanding" + (unit.late() ? "LATE" : unit.state()));
    }

    public static String reminded(Outstanding.Reminder reminder, Words words) {
        return reminder == null ? null : words.time(reminder.at()) + " " + reminder.by();
    }

    /** The units as a table that downloads. */
    static Table table(List<Outstanding> units, YearMonth month, Words words) {
        var table = Table.called("outstanding", words.get("outstandingIn", words.month(month)))
                .text("name", words.get("unitName"))
                .text("code", words.get("unitCode"))
                .text("type", words.get("institutionType"))
                .text("regionCode", words.get("administeredBy"))
                .text("state", words.get("state"))
                .text("due", words.get("dueOn"))
                .text("person", words.get("contactPerson"))
                .text("phone", words.get("contactPhone"))
                .text("reminded", words.get("lastReminder"));
        for (Outstanding unit : units) {
            var contact = unit.contact();
            table.row(List.of(
                    Cell.text(unit.name()),
                    Cell.text(unit.unitCode()),
                    Cell.text(words.get("type" + unit.type())),
                    Cell.text(unit.regionName()),
                    Cell.text(state(unit, words)),
                    Cell.text(String.valueOf(unit.dueOn())),
                    Cell.text(contact == null ? null : contact.person()),
                    Cell.text(contact == null ? null : contact.phone()),
                    Cell.text(reminded(unit.lastReminder(), words))));
        }
        return table.make();
    }

    /** The regions below as a table that downloads. */
    static Table table(List<Outstanding.InRegion> regions, Words words, YearMonth month) {
        var table = Table.called("below", words.get("outstandingBelow", words.month(month)))
                .text("name", words.get("region"))
                .number("missing", words.get("outstandingMISSING"))
                .number("late", words.get("outstandingOfThemLate"))
                .number("returned", words.get("outstandingRETURNED"))
                .text("person", words.get("contactPerson"))
                .text("phone", words.get("contactPhone"))
                .text("reminded", words.get("lastReminder"));
        for (Outstanding.InRegion region : regions) {
            var contact = region.contact();
            table.row(List.of(
                    Cell.text(region.name()),
                    Cell.number(BigDecimal.valueOf(region.missing()), 0),
                    Cell.number(BigDecimal.valueOf(region.late()), 0),
                    Cell.number(BigDecimal.valueOf(region.returned()), 0),
                    Cell.text(contact == null ? null : contact.person()),
                    Cell.text(contact == null ? null : contact.phone()),
                    Cell.text(reminded(region.lastReminder(), words))));
        }
        return table.make();
    }
}
