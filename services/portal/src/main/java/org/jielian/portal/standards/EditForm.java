package org.jielian.portal.standards;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Words;

/**
 * The form in which one part of a package is edited.
 *
 * @param part which part is shown
 * @param parts all of them, to go to
 * @param error what the service said of the whole; {@code null} if nothing
 * @param elsewhere what is wrong outside of this part
 */
public record EditForm(String part, List<Part> parts, List<Field> fields, String error, List<String> elsewhere) {
    /** A part to go to. */
    public record Part(String code, String text, boolean here) {}

    /**
     * One input.
     *
     * @param beside the value it is compared with: from above, or of the latest release
     * @param error {@code null} if there is none
     */
    public record Field(String place, String label, String unit, String value, String beside, String error) {}

    /**
     * The form.
     *
     * @param shown whose values stand in the inputs
     * @param beside whose values stand beside them
     * @param entered what the person entered last, by place; {@code null} for a fresh form
     * @param refused why it was refused; {@code null} for a fresh form
     */
    static EditForm of(
            String asked,
            StandardPackage shown,
            StandardPackage beside,
            Map<String, String> entered,
            UpstreamProblem refused,
            Labels labels,
            Words words) {
        List<String> codes = Fields.parts(shown);
        String part = codes.contains(asked) ? asked : Fields.MAIN;
        Map<String, String> errors = new LinkedHashMap<>();
        if (refused != null) refused.body().errors().forEach(e -> errors.put(e.field(), e.message()));
        Map<String, Fields.Value> reference = Fields.of(beside, part);
        List<Field> fields = new ArrayList<>();
        Fields.of(shown, part).forEach((place, value) -> {
            String typed = entered == null ? null : entered.get(place);
            Fields.Value other = reference.get(place);
            fields.add(new Field(
                    place,
                    labels.of(place),
                    value.unit(),
                    typed == null ? value.value() : typed,
                    other == null ? null : other.value(),
                    errors.remove(place)));
        });
        return new EditForm(
                part,
                codes.stream()
                        .map(code -> new Part(code, text(words, code), code.equals(part)))
                        .toList(),
                fields,
                refused == null ? null : refused.message(),
                errors.entrySet().stream()
                        .map(e -> labels.of(e.getKey()) + "：" + e.getValue())
                        .toList());
    }

    private static String text(Words words, String part) {
        return words.has("part" + part) ? words.get("part" + part) : Labels.named(words, part);
    }

    /** What was entered, by place; only places of that part count. */
    static Map<String, String> entered(MultivaluedMap<String, String> form, StandardPackage shown, String part) {
        Map<String, String> entered = new LinkedHashMap<>();
        Fields.of(shown, part).keySet().forEach(place -> {
            String value = form.getFirst(place);
            if (value != null) entered.put(place, value.strip());
        });
        return entered;
    }
}
