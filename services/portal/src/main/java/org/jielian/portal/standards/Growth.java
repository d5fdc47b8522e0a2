package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.TargetKind;

/**
 * What a draft gains and loses with the part of it that is edited: an item, a row of limits or a target. It is kept together with the
 * values, as an item that comes or goes changes what the others are worth.
 */
final class Growth {
    private static final String NEW = "new.";
    private static final String GONE = "gone";

    /** Takes out of a draft's content what is marked, and puts in what is described, if anything is. */
    static void apply(ObjectNode content, String part, MultivaluedMap<String, String> form) {
        gone(form).forEach(place -> remove(content, place));
        if (!isDescribed(part, form)) return;
        switch (part) {
            case Fields.MAIN -> content.withArray("targets").add(target(content.objectNode(), form));
            case Fields.ITEMS -> content.withArray("items").add(item(content.objectNode(), form));
            default -> content.withArray("quotas").add(quota(content.objectNode(), part, form));
        }
    }

    /** Whether the value at that place goes with what is taken out. */
    static boolean takesOut(MultivaluedMap<String, String> form, String place) {
        return gone(form).stream().anyMatch(out -> place.startsWith(out + "/"));
    }

    /** The places that are marked to be taken out. */
    static List<String> gone(MultivaluedMap<String, String> form) {
        return form.getOrDefault(GONE, List.of());
    }

    /** What was typed for the new one, by name; empty for a fresh form. */
    static Map<String, String> typed(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(NEW)) typed.put(name, values.get(0).strip());
        });
        return typed;
    }

    private static boolean isDescribed(String part, MultivaluedMap<String, String> form) {
        boolean row = !part.equals(Fields.MAIN) && !part.equals(Fields.ITEMS);
        return row
                ? Stream.of(Bound.values()).anyMatch(bound -> stated(form, bound.name()) != null)
                : stated(form, "code") != null;
    }

    private static ObjectNode item(ObjectNode item, MultivaluedMap<String, String> form) {
        for (String field : List.of("code", "category", "kind", "function", "indicator", "due", "evidence"))
            text(item, field, form, field);
        name(item, form);
        number(item, "points", form, "points");
        number(item, "frequency", form, "frequency");
        item.put("binding", "true".equals(stated(form, "binding")));
        if (stated(form, "threshold") != null) {
            ObjectNode threshold = item.putObject("threshold");
            number(threshold, "value", form, "threshold");
            text(threshold, "unit", form, "unit");
            text(threshold, "sense", form, "sense");
        }
        return item;
    }

    private static ObjectNode target(ObjectNode target, MultivaluedMap<String, String> form) {
        for (String field : List.of("code", "kind", "indicator")) text(target, field, form, field);
        name(target, form);
        for (String field : List.of("baseYear", "year", "value")) number(target, field, form, field);
        if (!TargetKind.DECLINE.name().equals(stated(form, "kind"))) target.remove("baseYear");
        return target;
    }

    private static ObjectNode quota(ObjectNode row, String part, MultivaluedMap<String, String> form) {
        row.put("type", orElse(stated(form, "type"), part));
        for (String field : List.of("level", "zone", "heating")) row.put(field, orElse(stated(form, field), "*"));
        text(row, "indicator", form, "indicator");
        ObjectNode values = row.putObject("values");
        for (Bound bound : Bound.values()) number(values, bound.name(), form, bound.name());
        return row;
    }

    private static void name(ObjectNode of, MultivaluedMap<String, String> form) {
        ObjectNode name = of.putObject("name");
        text(name, "zh", form, "zh");
        text(name, "en", form, "en");
    }

    private static void text(ObjectNode of, String field, MultivaluedMap<String, String> form, String name) {
        String stated = stated(form, name);
        if (stated != null) of.put(field, stated);
    }

    /** What is no number is left for the service to refuse. */
    private static void number(ObjectNode of, String field, MultivaluedMap<String, String> form, String name) {
        String stated = stated(form, name);
        if (stated == null) return;
        try {
            of.put(field, new BigDecimal(stated));
        } catch (NumberFormatException notANumber) {
            of.put(field, stated);
        }
    }

    private static String stated(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(NEW + name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String orElse(String stated, String otherwise) {
        return stated == null ? otherwise : stated;
    }

    private static void remove(ObjectNode content, String place) {
        String[] at = place.split("/");
        ArrayNode all = content.withArray(at[0]);
        for (int i = all.size() - 1; i >= 0; i--) {
            String here = at[0].equals("quotas")
                    ? PackageTree.key(all.get(i)) + "/"
                            + all.get(i).path("indicator").asText()
                    : all.get(i).path("code").asText();
            if (here.equals(place.substring(at[0].length() + 1))) all.remove(i);
        }
    }

    /** The places of what can be taken out of a part, in their order. */
    static List<String> places(StandardPackage content, String part) {
        return switch (part) {
            case Fields.MAIN ->
                content.targets().stream().map(t -> "targets/" + t.code()).toList();
            case Fields.ITEMS ->
                content.items().stream().map(i -> "items/" + i.code()).toList();
            default ->
                content.quotas().stream()
                        .filter(q -> q.type().equals(part))
                        .map(q -> "quotas/" + q.key())
                        .toList();
        };
    }

    /** Indicators by code. */
    static List<String> indicators() {
        return Stream.of(Indicator.values()).map(Enum::name).toList();
    }

    private Growth() {}
}
