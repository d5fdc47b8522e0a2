package org.jielian.portal.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.Words;

/**
 * The form by which an institution belongs to another region, or is of another type, from a month on.
 *
 * @param regions where it may go, by the region above them
 * @param values by field, as typed
 * @param errors by field
 * @param error what is wrong with the whole; {@code null} if nothing is
 */
public record MoveForm(
        List<Group> regions, List<Option> types, Map<String, String> values, Map<String, String> errors, String error) {
    static final List<String> FIELDS = List.of("regionCode", "type", "from", "reason", "version");

    /** Regions that stand together. */
    public record Group(String name, List<Option> regions) {}

    static MoveForm of(
            Unit unit, List<Group> regions, Map<String, String> typed, UpstreamProblem refused, Words words) {
        String chosen = typed.getOrDefault("type", unit.type().name());
        return new MoveForm(
                regions,
                Arrays.stream(InstitutionType.values())
                        .map(t -> new Option(
                                t.name(), words.get("type" + t), t.name().equals(chosen)))
                        .toList(),
                Map.of(
                        "from", typed.getOrDefault("from", ""),
                        "reason", typed.getOrDefault("reason", ""),
                        "version", typed.getOrDefault("version", String.valueOf(unit.version()))),
                refused == null ? Map.of() : refused.byField(),
                refused == null ? null : refused.message());
    }

    /** What was typed, ready to be sent. */
    static Map<String, String> body(Map<String, String> values) {
        Map<String, String> body = new java.util.LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals("version") && !value.isBlank()) body.put(name, value);
        });
        return body;
    }
}
