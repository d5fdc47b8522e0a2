package org.jielian.portal.inspections;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was typed into the form of a plan, and what of it is sent. */
final class PlanForm {
    private static final List<String> PLAIN =
            List.of("kind", "name", "standardCode", "from", "to", "inspecting", "type", "seed", "reason");

    private final MultivaluedMap<String, String> typed;

    PlanForm(MultivaluedMap<String, String> typed) {
        this.typed = typed;
    }

    String get(String field) {
        String value = typed.getFirst(field);
        return value == null ? "" : value.strip();
    }

    Map<String, Object> body(String region) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("region", region);
        PLAIN.stream().filter(f -> !get(f).isEmpty()).forEach(f -> body.put(f, get(f)));
        List.of("year", "many").stream()
                .filter(f -> get(f).matches("[0-9]{1,6}"))
                .forEach(f -> body.put(f, Integer.valueOf(get(f))));
        body.put("inspectors", words("inspectors"));
        if (!"DOUBLE_RANDOM".equals(get("kind"))) body.put("units", words("units"));
        return body;
    }

    /** Separated by whatever people separate names and codes with. */
    private List<String> words(String field) {
        return Arrays.stream(get(field).split("[\\s,;，；、]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
