package org.jielian.supervision.standards;

import static org.jielian.supervision.standards.Direction.BINDING;
import static org.jielian.supervision.standards.Direction.EARLIER;
import static org.jielian.supervision.standards.Direction.FIXED;
import static org.jielian.supervision.standards.Direction.HIGHER;
import static org.jielian.supervision.standards.Direction.LOWER;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Category;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.Sense;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.contracts.StandardPackage.TargetKind;

/**
 * A package taken apart into its single values. What differs between two releases, what a tier below may do, and who set which value are
 * all told place by place. What is not stated has no place.
 */
public final class Places {
    private final Map<String, Place> places = new LinkedHashMap<>();

    private Places() {}

    /** All values of a sound package, in the order it is read. */
    public static Map<String, Place> of(StandardPackage content) {
        Places all = new Places();
        all.put("coefficientSet", FIXED, content.coefficientSet());
        all.put("passLine", HIGHER, number(content.passLine()));
        content.categories().forEach(all::category);
        content.items().forEach(all::item);
        content.zones().forEach(zone -> all.put("zones/" + zone.regionCode(), FIXED, zone.zone()));
        content.quotas().forEach(all::quota);
        content.targets().forEach(all::target);
        return all.places;
    }

    private void category(Category category) {
        String at = "categories/" + category.code() + "/";
        put(at + "name", FIXED, name(category.name()));
        put(at + "points", FIXED, number(category.points()));
    }

    private void item(Item item) {
        String at = "items/" + item.code() + "/";
        put(at + "category", FIXED, item.category());
        put(at + "name", FIXED, name(item.name()));
        put(at + "kind", FIXED, item.kind());
        put(at + "function", FIXED, item.function());
        put(at + "indicator", FIXED, item.indicator());
        put(at + "points", FIXED, number(item.points()));
        put(at + "binding", BINDING, item.binding());
        if (item.threshold() != null) {
            put(
                    at + "threshold",
                    item.threshold().sense() == Sense.AT_MOST ? LOWER : HIGHER,
                    number(item.threshold().value()));
            put(at + "unit", FIXED, item.threshold().unit());
            put(at + "sense", FIXED, item.threshold().sense());
        }
        put(at + "frequency", HIGHER, item.frequency());
        put(at + "due", EARLIER, item.due());
        put(at + "evidence", FIXED, item.evidence());
    }

    private void quota(Quota quota) {
        quota.values().forEach((bound, value) -> put("quotas/" + quota.key() + "/" + bound, LOWER, number(value)));
    }

    private void target(Target target) {
        String at = "targets/" + target.code() + "/";
        put(at + "name", FIXED, name(target.name()));
        put(at + "kind", FIXED, target.kind());
        put(at + "indicator", FIXED, target.indicator());
        put(at + "baseYear", FIXED, target.baseYear());
        put(at + "year", LOWER, target.year());
        put(at + "value", target.kind() == TargetKind.CAP ? LOWER : HIGHER, number(target.value()));
    }

    private void put(String path, Direction direction, Object value) {
        if (value != null) places.put(path, new Place(path, direction, value.toString()));
    }

    private static String name(Name name) {
        return name == null ? null : name.zh() + " | " + name.en();
    }

    static String number(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
