package org.jielian.portal.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.portal.clients.Attachment;
import org.jielian.portal.clients.Draft;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * What lies on a unit's desk: its reports, what was typed and not handed in, its bills.
 *
 * @param drafts by month; empty for who may only look
 * @param calendar of the months that may be asked about
 * @param acts whether the person who looks reports for the unit
 * @param now the month under way
 */
record Ledger(
        Unit unit,
        List<Field> fields,
        Months months,
        Map<YearMonth, Draft> drafts,
        List<Attachment> attachments,
        Map<YearMonth, MonthStanding> calendar,
        boolean acts,
        YearMonth now,
        Words words) {
    private static final int PRICE_DECIMALS = 4;

    /** The last month that is over. */
    YearMonth due() {
        return now.minusMonths(1);
    }

    /** The same desk with nothing on it but what was handed in. */
    Ledger withoutDrafts() {
        return new Ledger(unit, fields, months, Map.of(), attachments, calendar, acts, now, words);
    }

    Optional<Draft> draft(YearMonth month) {
        return Optional.ofNullable(drafts.get(month));
    }

    MonthStatus status(YearMonth month) {
        return MonthStatus.of(months.find(month).orElse(null), drafts.containsKey(month), calendar.get(month));
    }

    boolean isEditable(YearMonth month) {
        return acts && calendar.containsKey(month) && !calendar.get(month).locked();
    }

    /** Whether it may still be changed, but not without saying why. */
    boolean asksForAReason(YearMonth month) {
        return calendar.containsKey(month) && calendar.get(month).reasonRequired();
    }

    /** By when the month is due, or why nothing can be handed in. */
    String deadline(YearMonth month) {
        MonthStanding at = calendar.get(month);
        return at == null ? "" : at.explanation().in(words.language());
    }

    Field field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
    }

    /** What stands in the cell: what was typed, or else what was reported; empty for nothing. */
    String text(YearMonth month, Field field) {
        Draft draft = drafts.get(month);
        if (draft != null) return typed(draft.typed(), field);
        Report report = months.find(month).orElse(null);
        return report == null ? "" : plain(report.figure(field.name()));
    }

    static String typed(Draft.Typed typed, Field field) {
        String text =
                switch (field.name()) {
                    case Field.HEADCOUNT -> typed.headcount();
                    case Field.FLOOR_AREA -> typed.floorArea();
                    default -> typed.quantities().get(field.code());
                };
        return text == null ? "" : text;
    }

    /** What the register says, for a month nothing was typed for. */
    String registered(Field field) {
        return switch (field.name()) {
            case Field.HEADCOUNT -> plain(unit.headcount());
            case Field.FLOOR_AREA -> plain(unit.floorArea());
            default -> "";
        };
    }

    /** What was reported, as printed; a dash for nothing. */
    String reported(YearMonth month, Field field) {
        Report report = months.standing(month);
        return report == null ? Numbers.MISSING : Numbers.exact(report.figure(field.name()));
    }

    /** What one unit of the quantity cost, in yuan; {@code null} where the cost or the quantity is not known. */
    String price(YearMonth month, Field field) {
        return fields.stream()
                .filter(cost -> cost.costOf() != null && cost.costOf().equals(field.code()))
                .map(cost -> price(text(month, cost), text(month, field), field))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String price(String cost, String quantity, Field field) {
        BigDecimal paid = number(cost);
        BigDecimal used = number(quantity);
        if (paid == null || used == null || used.signum() <= 0) return null;
        return words.get(
                "pricePer", Numbers.exact(paid.divide(used, PRICE_DECIMALS, RoundingMode.HALF_UP)), field.unit());
    }

    /** The implied prices of a month with other texts than those it lies there with, by field. */
    Map<String, String> prices(YearMonth month, Draft typed) {
        Map<YearMonth, Draft> others = new HashMap<>(drafts);
        others.put(month, typed);
        Ledger other = new Ledger(unit, fields, months, others, attachments, calendar, acts, now, words);
        Map<String, String> prices = new HashMap<>();
        for (Field field : fields) {
            String price = other.price(month, field);
            if (price != null) prices.put(field.name(), price);
        }
        return prices;
    }

    List<Attachment> attachments(YearMonth month, Field field) {
        return attachments.stream()
                .filter(a -> a.period().equals(month) && java.util.Objects.equals(a.quantity(), field.code()))
                .toList();
    }

    /** How the quantity was measured; empty where nobody said. */
    String basis(YearMonth month, Field field) {
        if (field.code() == null) return "";
        Map<String, String> bases = draft(month).map(d -> d.typed().bases()).orElseGet(() -> months.find(month)
                .map(r -> r.remarks().bases())
                .orElse(Map.of()));
        return bases.getOrDefault(field.code(), "");
    }

    String explanation(YearMonth month, String field) {
        Map<String, String> explanations = draft(month)
                .map(d -> d.typed().explanations())
                .orElseGet(() ->
                        months.find(month).map(r -> r.remarks().explanations()).orElse(Map.of()));
        return explanations.getOrDefault(field, "");
    }

    String note(YearMonth month) {
        String note = draft(month)
                .map(d -> d.typed().note())
                .orElseGet(() -> months.find(month).map(r -> r.remarks().note()).orElse(null));
        return note == null ? "" : note;
    }

    /** As a number; {@code null} for what is none. */
    static BigDecimal number(String text) {
        try {
            return text == null || text.isBlank() ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
