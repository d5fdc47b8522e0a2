package org.jielian.portal.unit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jielian.portal.clients.Finding;
import org.jielian.portal.clients.Report;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.unit.Desk.Choice;
import org.jielian.portal.unit.Desk.DeskCell;
import org.jielian.portal.unit.Desk.Head;
import org.jielian.portal.unit.Desk.Row;

/** Lays a year out on the desk. */
final class DeskMaker {
    /** Words the script says, by their keys. */
    private static final List<String> WORDS = List.of(
            "deskSaving",
            "monthDRAFT",
            "deskSaved",
            "deskNotSaved",
            "deskConflict",
            "deskTheirs",
            "deskMine",
            "deskTakeTheirs",
            "deskKeepMine",
            "deskNothingFilled",
            "deskSubmitAllSure",
            "deskPasteTitle",
            "deskPasteHow",
            "deskPasteTake",
            "deskPasteOutside",
            "deskPasteLocked",
            "deskPasteUnreadable",
            "deskPasteEmpty",
            "deskPasteNow",
            "deskDiscardSure",
            "deskUploadFailed",
            "cancel",
            "month",
            "deskFigure",
            "deskPasteRead",
            "none");

    private static final List<String> WEIGHTS = List.of("RETURNED", "HARD", "SOFT", "REVIEW");

    private final Ledger ledger;
    private final Map<YearMonth, List<Finding>> findings;
    private final YearMonth chosen;
    private final Words words;

    /** @param findings what the checks say, by month */
    DeskMaker(Ledger ledger, Map<YearMonth, List<Finding>> findings, YearMonth chosen) {
        this.ledger = ledger;
        this.findings = findings;
        this.chosen = chosen;
        this.words = ledger.words();
    }

    private record Data(
            String base, List<FieldData> fields, Map<String, DeskMonth> months, Map<String, String> words) {}

    private record FieldData(String name, String label, String unit, String registered) {}

    Desk make(boolean byMonth, ObjectMapper json) {
        List<YearMonth> year = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> YearMonth.of(chosen.getYear(), m))
                .toList();
        List<Head> months = year.stream()
                .map(m -> new Head(
                        words.get("monthOfYear" + m.getMonthValue()), statusOf(m), m.toString(), m.equals(chosen)))
                .toList();
        List<Head> figures = ledger.fields().stream()
                .map(f -> new Head(f.label(), f.unit(), null, false))
                .toList();
        List<Row> rows = new ArrayList<>();
        if (byMonth) {
            for (int m = 0; m < 12; m++) {
                YearMonth month = year.get(m);
                rows.add(new Row(
                        months.get(m),
                        ledger.fields().stream().map(f -> cell(month, f)).toList()));
            }
        } else {
            for (int f = 0; f < figures.size(); f++) {
                Field field = ledger.fields().get(f);
                rows.add(new Row(
                        figures.get(f), year.stream().map(m -> cell(m, field)).toList()));
            }
        }
        return new Desk(
                words.get("deskOf", String.valueOf(chosen.getYear())),
                byMonth,
                ledger.acts(),
                layouts(byMonth),
                years(byMonth),
                year.stream().map(m -> choice(m, byMonth)).toList(),
                byMonth ? figures : months,
                rows,
                new Todos(ledger).list(),
                home() + "/months.xlsx?year=" + chosen.getYear(),
                write(year, json));
    }

    private String statusOf(YearMonth month) {
        return words.get("month" + ledger.status(month).name());
    }

    private String home() {
        return Addresses.unit(ledger.unit().code());
    }

    private Choice choice(YearMonth month, boolean byMonth) {
        MonthStatus status = ledger.status(month);
        return new Choice(
                words.get("monthOfYear" + month.getMonthValue()),
                status.sign() + " " + statusOf(month),
                address(month, byMonth),
                month.equals(chosen),
                status.grade());
    }

    private String address(YearMonth month, boolean byMonth) {
        return home() + "?month=" + month + (byMonth ? "&by=month" : "") + "#desk";
    }

    private List<Choice> layouts(boolean byMonth) {
        return List.of(
                new Choice(words.get("deskByFigure"), "", address(chosen, false), !byMonth, ""),
                new Choice(words.get("deskByMonth"), "", address(chosen, true), byMonth, ""));
    }

    private List<Choice> years(boolean byMonth) {
        int now = ledger.now().getYear();
        int first = Math.min(now - 3, chosen.getYear());
        return IntStream.rangeClosed(first, Math.max(now, chosen.getYear()))
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(y -> {
                    YearMonth month = YearMonth.of(y, y == now ? ledger.now().getMonthValue() : 12);
                    YearMonth shown =
                            y == chosen.getYear() ? chosen : month.isAfter(ledger.due()) ? ledger.due() : month;
                    return new Choice(
                            String.valueOf(y),
                            "",
                            address(shown.getYear() == y ? shown : month, byMonth),
                            y == chosen.getYear(),
                            "");
                })
                .toList();
    }

    private DeskCell cell(YearMonth month, Field field) {
        String text = ledger.text(month, field);
        BigDecimal number = Ledger.number(text);
        boolean editable = ledger.isEditable(month);
        boolean empty = text.isBlank();
        List<Said> said = said(month, field);
        return new DeskCell(
                month.toString(),
                field.name(),
                field.label(),
                number != null ? Numbers.exact(number) : empty && !editable ? Numbers.MISSING : text,
                empty
                                && editable
                                && !ledger.drafts().containsKey(month)
                                && ledger.months().find(month).isEmpty()
                        ? ledger.registered(field)
                        : "",
                editable,
                month.equals(chosen),
                said.isEmpty() ? null : said.get(0).grade(),
                said.stream().map(Said::text).reduce((a, b) -> a + "；" + b).orElse(null),
                ledger.reported(month.minusMonths(1), field),
                ledger.reported(month.minusYears(1), field),
                ledger.price(month, field),
                ledger.attachments(month, field).size());
    }

    /** Something to be said about a figure. */
    record Said(String grade, String text) {}

    /** What a reviewer and the checks say of a figure, the heaviest first. */
    List<Said> said(YearMonth month, Field field) {
        List<Said> said = new ArrayList<>();
        ledger.months().find(month).map(Report::returned).ifPresent(back -> {
            String comment = back.commentOn(field.name());
            if (comment != null) said.add(new Said("RETURNED", words.get("returnedBecause", comment)));
        });
        findings.getOrDefault(month, List.of()).stream()
                .filter(f -> field.name().equals(f.field()))
                .map(f -> new Said(f.severity(), f.text(words.language())))
                .forEach(said::add);
        said.sort(Comparator.comparingInt(s -> WEIGHTS.indexOf(s.grade())));
        return said;
    }

    private String write(List<YearMonth> year, ObjectMapper json) {
        Map<String, DeskMonth> months = new LinkedHashMap<>();
        for (YearMonth m : year) months.put(m.toString(), DeskMonth.of(ledger, m));
        Map<String, String> said = new LinkedHashMap<>();
        for (String key : WORDS) said.put(key, words.get(key));
        List<FieldData> fields = ledger.fields().stream()
                .map(f -> new FieldData(f.name(), f.label(), f.unit(), ledger.registered(f)))
                .toList();
        try {
            return json.writeValueAsString(new Data(home(), fields, months, said));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the desk can't be written", e);
        }
    }
}
