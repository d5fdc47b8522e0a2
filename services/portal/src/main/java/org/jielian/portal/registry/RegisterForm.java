package org.jielian.portal.registry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.Words;

/**
 * The form by which an institution is registered or described anew.
 *
 * @param action where it is sent
 * @param isNew whether code, type and first month are asked for: later they change in other ways
 * @param values by field, as typed
 * @param kinds what it may be in the words of a quota table; of a known institution only what suits its type
 * @param errors by field
 * @param error what is wrong with the whole; {@code null} if nothing is
 */
public record RegisterForm(
        String action,
        boolean isNew,
        Map<String, String> values,
        List<Option> types,
        List<Option> heatings,
        List<Option> kinds,
        List<Option> levels,
        Map<String, String> errors,
        String error) {
    private static final List<String> HEATINGS = List.of("NONE", "ELECTRIC", "GAS", "COAL", "DISTRICT");
    static final List<String> FIELDS = List.of(
            "code",
            "name",
            "type",
            "floorArea",
            "headcount",
            "hasCanteen",
            "heating",
            "kind",
            "level",
            "since",
            "version");

    static RegisterForm of(
            String action,
            boolean isNew,
            List<UnitKind> kinds,
            Map<String, String> values,
            UpstreamProblem refused,
            Words words) {
        Map<String, String> errors = refused == null ? Map.of() : refused.byField();
        return new RegisterForm(
                action,
                isNew,
                values,
                Arrays.stream(InstitutionType.values())
                        .map(t -> new Option(
                                t.name(), words.get("type" + t), t.name().equals(values.get("type"))))
                        .toList(),
                HEATINGS.stream()
                        .map(h -> new Option(h, words.get("heating" + h), h.equals(values.get("heating"))))
                        .toList(),
                quotaWords(kinds, values.get("kind"), words),
                quotaWords(List.of(UnitLevel.values()), values.get("level"), words),
                errors,
                refused == null ? null : refused.message());
    }

    /** What a quota table has words for, after the choice of none. */
    private static List<Option> quotaWords(List<? extends Enum<?>> choices, String chosen, Words words) {
        Stream<Option> named = choices.stream()
                .map(c -> new Option(c.name(), words.get("quota" + c), c.name().equals(chosen)));
        return Stream.concat(Stream.of(new Option("", words.get("notSaid"), false)), named)
                .toList();
    }

    static Map<String, String> valuesOf(Unit unit) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, ""));
        values.put("name", unit.name());
        values.put("floorArea", unit.floorArea() == null ? "" : unit.floorArea().toPlainString());
        values.put("headcount", unit.headcount() == null ? "" : unit.headcount().toPlainString());
        values.put("hasCanteen", String.valueOf(Boolean.TRUE.equals(unit.hasCanteen())));
        values.put("heating", unit.heating());
        values.put("kind", Objects.toString(unit.kind(), ""));
        values.put("level", Objects.toString(unit.level(), ""));
        values.put("version", String.valueOf(unit.version()));
        return values;
    }

    /** What was typed, ready to be sent. */
    static Map<String, Object> body(Map<String, String> values) {
        Map<String, Object> body = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals("version") && !value.isBlank()) body.put(name, value);
        });
        body.put("hasCanteen", "true".equals(values.get("hasCanteen")));
        return body;
    }
}
