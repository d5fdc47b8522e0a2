package org.jielian.portal.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Revision;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** A unit's tables: its months, and what was changed in one of them. */
final class UnitTables {
    private final Unit unit;
    private final List<Quantity> catalogue;
    private final Words words;

    UnitTables(Unit unit, List<Quantity> catalogue, Words words) {
        this.unit = unit;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** Twelve months with everything that was reported; what was not is a dash. */
    Table months(Months months, int year) {
        Table.Maker table = Table.called("months-table", words.get("monthsOf", String.valueOf(year)))
                .text("month", words.get("month"))
                .text("status", words.get("state"));
        for (Quantity q : catalogue) table.number(q.code(), q.label(words.language()) + " " + q.unit());
        table.number("headcount", words.get("headcount")).number("floorArea", words.get("floorArea") + " m²");
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(year, m);
            Report standing = months.standing(month);
            String status = months.find(month).map(r -> r.status().name()).orElse("NONE");
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.link(words.month(month), Addresses.unit(unit.code()) + "?month=" + month + "#month"));
            cells.add(Cell.graded(words.get("report" + status), status, grade(status)));
            for (Quantity q : catalogue) {
                cells.add(
                        standing == null
                                ? Cell.number(null, 2)
                                : figure(standing.quantities().get(q.code())));
            }
            cells.add(standing == null ? Cell.number(null, 0) : figure(standing.headcount()));
            cells.add(standing == null ? Cell.number(null, 2) : figure(standing.floorArea()));
            table.row(cells);
        }
        return table.xlsx(Addresses.unit(unit.code()) + "/months.xlsx?year=" + year)
                .make();
    }

    /** With every decimal that was reported. */
    private static Cell figure(BigDecimal value) {
        return Cell.number(value, value == null ? 0 : Math.max(0, value.scale()));
    }

    private static String grade(String status) {
        return switch (status) {
            case "ACCEPTED", "SUBMITTED" -> "good";
            case "WITHDRAWN", "RETURNED" -> "fair";
            default -> "none";
        };
    }

    /** Who changed what, when and why. */
    Table revisions(YearMonth month, List<Revision> revisions) {
        Table.Maker table = Table.called("revisions", words.get("historyOf", words.month(month)))
                .text("version", words.get("version"))
                .text("at", words.get("when"))
                .text("who", words.get("who"))
                .text("action", words.get("action"))
                .text("reason", words.get("reason"))
                .text("changes", words.get("changes"));
        for (Revision r : revisions) {
            String action = words.has("action" + r.action()) ? words.get("action" + r.action()) : r.action();
            table.row(List.of(
                    Cell.text(String.valueOf(r.version())),
                    Cell.text(words.time(r.at())),
                    Cell.text(r.person()),
                    Cell.text(action),
                    Cell.text(r.reason()),
                    Cell.graded(changes(r), changes(r), "wrap")));
        }
        return table.xlsx(Addresses.unit(unit.code()) + "/revisions.xlsx?month=" + month)
                .make();
    }

    private String changes(Revision r) {
        List<String> changes = new ArrayList<>();
        JsonNode before = r.before() == null ? MissingNode.getInstance() : r.before();
        JsonNode after = r.after() == null ? MissingNode.getInstance() : r.after();
        for (Quantity q : catalogue) {
            change(
                    q.label(words.language()),
                    before.path("quantities").path(q.code()),
                    after.path("quantities").path(q.code()),
                    changes);
        }
        change(words.get("headcount"), before.path("headcount"), after.path("headcount"), changes);
        change(words.get("floorArea"), before.path("floorArea"), after.path("floorArea"), changes);
        after.path("cells").forEach(cell -> changes.add(inQuestion(cell)));
        return changes.isEmpty() ? Numbers.MISSING : String.join("；", changes);
    }

    /** A figure that was sent back, with what the reviewer says of it. */
    private String inQuestion(JsonNode cell) {
        String field = cell.path("field").asText();
        String label = catalogue.stream()
                .filter(q -> field.equals("quantities." + q.code()))
                .map(q -> q.label(words.language()))
                .findFirst()
                .orElseGet(() -> words.has(field) ? words.get(field) : field);
        String comment = isAbsent(cell.path("comment"))
                ? words.get("inQuestion")
                : cell.path("comment").asText();
        return label + "：" + comment;
    }

    private static void change(String label, JsonNode before, JsonNode after, List<String> into) {
        String was = text(before);
        String is = text(after);
        if (Objects.equals(was, is)) return;
        // The first figures come from nothing: an arrow would only be noise.
        into.add(label + " " + (isAbsent(before) ? is : was + " → " + is));
    }

    private static String text(JsonNode node) {
        if (isAbsent(node)) return Numbers.MISSING;
        return node.isNumber() ? Numbers.exact(node.decimalValue()) : node.asText();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
