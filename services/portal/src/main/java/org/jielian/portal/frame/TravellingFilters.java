package org.jielian.portal.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filters of figures a page was reached with: period, layer, coefficient set and institution type. A page that does not show figures
 * has no use for all of them and hands them on in its links and forms, so that whoever goes on from there finds what they had chosen.
 */
@RequestScoped
public class TravellingFilters {
    public static final List<String> NAMES = List.of("period", "layer", "set", "type");

    @Inject
    UriInfo uri;

    /** A hidden field of a form. */
    public record Field(String name, String value) {}

    /** As the query of an address; empty when none was chosen. */
    public String query() {
        return query(Map.of());
    }

    /** The same with some of them chosen anew; an empty value takes one away. */
    public String query(Map<String, String> chosen) {
        String all = further(chosen);
        return all.isEmpty() ? "" : "?" + all.substring(1);
    }

    /** To be added to the query of an address that has one already. */
    public String further() {
        return further(Map.of());
    }

    /** The same with some of them chosen anew; an empty value takes one away. */
    public String further(Map<String, String> chosen) {
        Map<String, String> values = values();
        values.putAll(chosen);
        StringBuilder query = new StringBuilder();
        values.forEach((name, value) -> {
            if (!value.isBlank())
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return query.toString();
    }

    /** For a form, which sends nothing but its fields; without those it asks for itself. */
    public List<Field> fields(String... askedForThere) {
        List<String> asked = List.of(askedForThere);
        return values().entrySet().stream()
                .filter(e -> !asked.contains(e.getKey()))
                .map(e -> new Field(e.getKey(), e.getValue()))
                .toList();
    }

    /** The value of one of them; {@code null} when it was not chosen. */
    public String value(String name) {
        return values().get(name);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = uri.getQueryParameters().getFirst(name);
            if (value != null && !value.isBlank()) values.put(name, value);
        }
        return values;
    }
}
