package org.jielian.portal.honours;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.Words;

/** What the form to select offers, and the rule somebody typed into it. */
public record HonourForm(
        int year, List<Option> standards, List<Option> indicators, List<Option> types, List<Option> whys) {
    private static final List<String> INDICATORS = List.of("E_CAP", "E_AREA", "E_AREA_NONHEAT", "EL_AREA", "W_CAP");
    private static final List<String> WHYS =
            List.of("YEAR_INCOMPLETE", "NO_TITLE", "CRITICISED", "VETO", "ABOVE_CONSTRAINT", "OVERDUE", "FALSIFIED");

    static HonourForm of(int year, List<HonoursClient.StandardLine> standards, Words words) {
        return new HonourForm(
                year,
                standards.stream()
                        .map(s -> new Option(s.standardCode(), s.name(), false))
                        .toList(),
                INDICATORS.stream()
                        .map(i -> new Option(i, words.get("indicator" + i), false))
                        .toList(),
                Arrays.stream(InstitutionType.values())
                        .map(t -> new Option(t.name(), words.get("type" + t), false))
                        .toList(),
                WHYS.stream()
                        .map(w -> new Option(w, words.get("honourWhy" + w), true))
                        .toList());
    }

    /** The rule as the service takes it; what was left empty is left out. */
    static Map<String, Object> rule(String kind, MultivaluedMap<String, String> form, Words words) {
        boolean demonstration = "DEMONSTRATION".equals(kind);
        List<Map<String, Object>> places = new ArrayList<>();
        for (InstitutionType type : InstitutionType.values()) {
            String number = form.getFirst("places." + type);
            if (number == null || number.isBlank()) continue;
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("type", type.name());
            place.put("%".equals(form.getFirst("in")) ? "percent" : "number", number(number, words));
            places.add(place);
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("indicator", demonstration ? null : form.getFirst("indicator"));
        rule.put("places", places);
        rule.put("excluding", form.getOrDefault("excluding", List.of()));
        for (String field : List.of("minScore", "bonusEach", "bonusAtMost")) {
            rule.put(field, demonstration ? number(form.getFirst(field), words) : null);
        }
        return rule;
    }

    static BigDecimal number(String text, Words words) {
        try {
            return new BigDecimal(String.valueOf(text).strip());
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, words.get("notANumber", text));
        }
    }
}
