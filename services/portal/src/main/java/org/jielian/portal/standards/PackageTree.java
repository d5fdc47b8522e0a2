package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts values into a draft's JSON, so that everything a page does not show travels back as it came. */
final class PackageTree {
    /** A value as it was typed; what is no number is left for the service to refuse at its place. */
    static void set(JsonNode content, String place, String value) {
        String[] at = place.split("/");
        switch (at[0]) {
            case "passLine" -> put(content, "passLine", value);
            case "categories" -> put(find(content.get("categories"), "code", at[1]), at[2], value);
            case "targets" -> put(find(content.get("targets"), "code", at[1]), at[2], value);
            case "items" -> {
                JsonNode item = find(content.get("items"), "code", at[1]);
                if (at[2].equals("threshold")) put(item.get("threshold"), "value", value);
                else if (at[2].equals("due")) ((ObjectNode) item).put("due", value);
                else if (at[2].equals("binding")) ((ObjectNode) item).put("binding", "true".equals(value));
                else put(item, at[2], value);
            }
            case "quotas" -> put(row(content.get("quotas"), at[1], at[2]).get("values"), at[3], value);
            default -> throw new IllegalArgumentException(place);
        }
    }

    private static void put(JsonNode in, String field, String value) {
        ObjectNode object = (ObjectNode) in;
        try {
            object.put(field, new java.math.BigDecimal(value));
        } catch (NumberFormatException notANumber) {
            object.put(field, value);
        }
    }

    private static JsonNode find(JsonNode all, String field, String value) {
        for (JsonNode one : all) if (one.path(field).asText().equals(value)) return one;
        throw new IllegalArgumentException(value);
    }

    private static JsonNode row(JsonNode quotas, String key, String indicator) {
        for (JsonNode quota : quotas) {
            if (key(quota).equals(key) && quota.path("indicator").asText().equals(indicator)) return quota;
        }
        throw new IllegalArgumentException(key);
    }

    /** Whom a row of limits is for. */
    static String key(JsonNode quota) {
        return String.join(
                ".",
                quota.path("type").asText(),
                quota.path("level").asText(),
                quota.path("zone").asText(),
                quota.path("heating").asText());
    }

    private PackageTree() {}
}
