package org.jielian.portal.standards;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
     * @param flag whether it is a choice of yes and no
     * @param beside the value it is compared with, as people read it: from above, or of the latest release; {@code null} if it has none
     * @param differs whether the value is not the one beside it
     * @param error {@code null} if there is none
     */
    public record Field(
            String place,
            String label,
            String unit,
            String value,
            boolean flag,
            String beside,
            boolean differs,
            String error) {}

    /** Which values of a part may be edited: those of a tier below, or those of the issuer. */
    interface Offered extends BiFunction<StandardPackage, String, Map<String, Fields.Value>> {}

    /**
     * The form.
     *
     * @param shown whose values stand in the inputs
     * @param beside the values that stand beside them, by place
     * @param entered what the person entered last, by place; {@code null} for a fresh form
     * @param refused why it was refused; {@code null} for a fresh form
     */
    static EditForm of(
            String asked,
            Offered offered,
            StandardPackage shown,
            Map<String, String> beside,
            Map<String, String> entered,
            UpstreamProblem refused,
            Labels labels,
            Words words) {
        List<String> codes = Fields.parts(shown);
        String part = codes.contains(asked) ? asked : Fields.MAIN;
        Map<String, String> errors = new LinkedHashMap<>();
        if (refused != null) refused.body().errors().forEach(e -> errors.put(e.field(), e.message()));
        List<Field> fields = new ArrayList<>();
        offered.apply(shown, part).forEach((place, value) -> {
            String typed = entered == null ? null : entered.get(place);
            String other = beside.get(place);
            String here = typed == null ? value.value() : typed;
            fields.add(new Field(
                    place,
                    labels.of(place),
                    words.unitOfMeasure(value.unit()),
                    here,
                    value.isFlag(),
                    other != null && value.isFlag() ? words.get("binding" + other) : other,
                    other != null && !other.equals(here),
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

    /** The values a form has beside its inputs when they are those of one package. */
    static Map<String, String> beside(StandardPackage reference) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : Fields.parts(reference)) {
            Fields.of(reference, part).forEach((place, value) -> values.put(place, value.value()));
        }
        return values;
    }

    /** What was entered, by place; only places of that part count. */
    static Map<String, String> entered(
            MultivaluedMap<String, String> form, Offered offered, StandardPackage shown, String part) {
        Map<String, String> entered = new LinkedHashMap<>();
        offered.apply(shown, part).keySet().forEach(place -> {
            String value = form.getFirst(place);
            if (value != null) entered.put(place, value.strip());
        });
        return entered;
    }
}
