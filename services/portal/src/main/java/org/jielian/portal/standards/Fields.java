package org.jielian.portal.standards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Category;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.Target;

/** The values of a package that people edit on a page, part by part: a whole standard has too many for one form. */
final class Fields {
    /** Pass line and targets. */
    static final String MAIN = "main";
    /** What items are compared with, how often and until when. */
    static final String ITEMS = "items";

    /** One value and its unit of measure, which may be {@code null}. */
    record Value(String place, String value, String unit) {
        /** Whether there are only two of it, {@code true} and {@code false}. */
        boolean isFlag() {
            return place.endsWith("/binding");
        }
    }

    /** The parts, in the order they are offered; a quota part is named by the kind of institution. */
    static List<String> parts(StandardPackage content) {
        List<String> parts = new ArrayList<>(List.of(MAIN, ITEMS));
        content.quotas().stream().map(Quota::type).distinct().forEach(parts::add);
        return parts;
    }

    /** The values of one part by place that a tier below may make stricter. */
    static Map<String, Value> of(StandardPackage content, String part) {
        return of(content, part, false);
    }

    /** The values of one part by place that the issuer may change: also what items and categories are worth. */
    static Map<String, Value> ofIssuer(StandardPackage content, String part) {
        return of(content, part, true);
    }

    private static Map<String, Value> of(StandardPackage content, String part, boolean issuer) {
        Map<String, Value> values = new LinkedHashMap<>();
        switch (part) {
            case MAIN -> {
                put(values, "passLine", content.passLine().toPlainString(), null);
                content.targets().forEach(target -> target(values, target));
            }
            case ITEMS -> {
                if (issuer) content.categories().forEach(category -> category(values, category));
                content.items().forEach(item -> item(values, item, issuer));
            }
            default ->
                content.quotas().stream().filter(q -> q.type().equals(part)).forEach(quota -> quota(values, quota));
        }
        return values;
    }

    private static void target(Map<String, Value> values, Target target) {
        boolean cap = target.kind() == StandardPackage.TargetKind.CAP;
        put(
                values,
                "targets/" + target.code() + "/value",
                target.value().toPlainString(),
                cap ? target.indicator().unit() : "%");
        put(values, "targets/" + target.code() + "/year", Integer.toString(target.year()), null);
    }

    private static void category(Map<String, Value> values, Category category) {
        put(
                values,
                "categories/" + category.code() + "/points",
                category.points().toPlainString(),
                null);
    }

    private static void item(Map<String, Value> values, Item item, boolean issuer) {
        String at = "items/" + item.code() + "/";
        if (issuer) put(values, at + "points", item.points().toPlainString(), null);
        put(values, at + "binding", Boolean.toString(item.binding()), null);
        if (item.threshold() != null) {
            put(
                    values,
                    at + "threshold",
                    item.threshold().value().toPlainString(),
                    item.threshold().unit());
        }
        if (item.frequency() != null)
            put(values, at + "frequency", item.frequency().toString(), null);
        if (item.due() != null) put(values, at + "due", item.due(), null);
    }

    private static void quota(Map<String, Value> values, Quota quota) {
        quota.values()
                .forEach((bound, value) -> put(
                        values,
                        "quotas/" + quota.key() + "/" + bound,
                        value.toPlainString(),
                        quota.indicator().unit()));
    }

    private static void put(Map<String, Value> values, String place, String value, String unit) {
        values.put(place, new Value(place, value, unit));
    }

    private Fields() {}
}
