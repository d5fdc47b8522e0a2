package org.jielian.portal.closing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Words;

/**
 * The form by which a region sets its due days.
 *
 * @param from first month the new days hold for
 * @param error what is wrong with the whole; {@code null} if nothing is
 */
public record CalendarForm(long version, Field from, List<Field> fields, Field reason, String error) {
    static final List<String> LEVELS = List.of("UNIT", "COUNTY", "CITY", "PROVINCE");
    static final List<String> NAMES = List.of("unitDay", "countyDay", "cityDay", "provinceDay", "graceDays");

    /**
     * One number to set.
     *
     * @param value what the region itself says; empty inherits
     * @param inForce what holds now, and whose it is
     * @param mine whether this region may set it
     */
    public record Field(String name, String label, String value, String inForce, boolean mine, String error) {}

    static CalendarForm of(
            Closing.Calendar calendar, Map<String, String> typed, UpstreamProblem refused, YearMonth now, Words words) {
        Closing.Own own = calendar.own().isEmpty()
                ? null
                : calendar.own().get(calendar.own().size() - 1);
        List<Field> fields = new ArrayList<>();
        for (String level : LEVELS) {
            String name = level.toLowerCase(Locale.ROOT) + "Day";
            Integer said = own == null ? null : own.days().get(level);
            boolean mine = LEVELS.indexOf(level) <= LEVELS.indexOf(calendar.level());
            fields.add(field(
                    name, words.get("due" + level), said, calendar.days().get(level), mine, typed, refused, words));
        }
        fields.add(field(
                "graceDays",
                words.get("graceDays"),
                own == null ? null : own.graceDays(),
                calendar.grace(),
                true,
                typed,
                refused,
                words));
        return new CalendarForm(
                calendar.version(),
                new Field(
                        "from",
                        words.get("holdsFrom"),
                        typed.getOrDefault("from", now.toString()),
                        null,
                        true,
                        error(refused, "from")),
                fields,
                new Field(
                        "reason",
                        words.get("reason"),
                        typed.getOrDefault("reason", ""),
                        null,
                        true,
                        error(refused, "reason")),
                refused == null ? null : refused.message());
    }

    private static Field field(
            String name,
            String label,
            Integer own,
            Closing.Said inForce,
            boolean mine,
            Map<String, String> typed,
            UpstreamProblem refused,
            Words words) {
        String value = typed.getOrDefault(name, own == null ? "" : own.toString());
        return new Field(name, label, value, said(inForce, words), mine, error(refused, name));
    }

    private static String said(Closing.Said said, Words words) {
        if (said.by() == null) return words.get("byDefault", said.value());
        return words.get(
                "setByRegion",
                said.value(),
                said.by().regionName(),
                words.month(said.by().from()),
                said.by().who());
    }

    private static String error(UpstreamProblem refused, String field) {
        if (refused == null) return null;
        return refused.body().errors().stream()
                .filter(e -> field.equals(e.field()))
                .map(UpstreamProblem.Field::message)
                .findFirst()
                .orElse(null);
    }

    /** What is sent; a field that was left empty inherits. What is no number goes as it was typed: the service says so. */
    static Map<String, Object> body(Map<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", typed.get("from"));
        body.put("reason", typed.get("reason"));
        for (String name : NAMES) {
            String text = typed.getOrDefault(name, "");
            if (!text.isEmpty()) body.put(name, text.matches("-?\\d{1,4}") ? Integer.valueOf(text) : text);
        }
        return body;
    }
}
