package org.jielian.portal.premises;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;

/**
 * The form by which a carrier of a building is shared.
 *
 * @param shares a line for each unit: its code and its percent
 * @param problems what is wrong, in the words of the service; empty for a fresh form
 */
public record PremisesForm(List<Option> quantities, String from, String shares, List<String> problems) {
    private static final Set<String> FIELDS = Set.of("quantity", "from", "shares");

    /** A carrier to choose. */
    public record Option(String value, String text, boolean chosen) {}

    static PremisesForm of(
            String host,
            List<Quantity> quantities,
            Map<String, String> typed,
            UpstreamProblem refused,
            Language language) {
        return new PremisesForm(
                quantities.stream()
                        .filter(quantity -> quantity.carrier() != null)
                        .map(q ->
                                new Option(q.code(), q.label(language), q.code().equals(typed.get("quantity"))))
                        .toList(),
                typed.getOrDefault("from", ""),
                typed.getOrDefault("shares", host + " 100"),
                refused == null ? List.of() : problems(refused));
    }

    private static List<String> problems(UpstreamProblem refused) {
        if (refused.body().errors().isEmpty()) return List.of(refused.message());
        return refused.body().errors().stream()
                .map(error -> about(error.field()) + error.message())
                .toList();
    }

    /** The unit, or the unit's month, that a problem is about; nothing for what is about a field of the form as a whole. */
    private static String about(String field) {
        if (FIELDS.contains(field)) return "";
        return field.replaceFirst("^shares\\.", "") + "：";
    }

    /** What is sent; what is no number goes as it is, the service says what is wrong with it. */
    static Map<String, Object> body(Map<String, String> typed) {
        Map<String, Object> shares = new LinkedHashMap<>();
        typed.getOrDefault("shares", "")
                .lines()
                .map(line -> line.strip().split("[\\s,，;；]+", 2))
                .filter(parts -> !parts[0].isEmpty())
                .forEach(parts -> shares.put(
                        parts[0],
                        parts.length < 2 ? null : parts[1].replace("%", "").strip()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("from", typed.get("from"));
        body.put("shares", shares);
        return body;
    }
}
