package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Category;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.foundation.problems.Text;

/**
 * What becomes of a region's own values when the tier above issues another release: what is still stricter is kept, what is not any more
 * gives way to the value from above, and what can't be compared waits for a person, with the value from above in force meanwhile.
 */
public final class CarryingOver {
    /**
     * The outcome. Its content never has a looser value than the package from above.
     *
     * @param content the region's package upon the new one
     * @param kept edits that are still stricter
     * @param raised edits that the new value from above overtook
     * @param conflicts what could not be carried over, and why
     */
    public record Carried(StandardPackage content, List<Edit> kept, List<Raised> raised, List<Conflict> conflicts) {}

    /** An edit that is not stricter any more, and the value that holds instead. */
    public record Raised(String place, String own, String above) {}

    /** A value or an item of the region that a person has to decide about. */
    public record Conflict(String place, String own, Text reason) {}

    private static final Set<String> MEASURED_BY = Set.of("function", "indicator", "unit", "sense", "kind", "baseYear");

    private final StandardPackage next;
    private final Map<String, Place> before;
    private final Map<String, Place> after;
    private final List<Edit> kept = new ArrayList<>();
    private final List<Raised> raised = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private CarryingOver(StandardPackage basis, StandardPackage next) {
        this.next = next;
        this.before = Places.of(basis);
        this.after = Places.of(next);
    }

    /**
     * Carries a region's edits and items over.
     *
     * @param basis the package from above the edits were made against
     * @param next the new one from above
     */
    public static Carried over(StandardPackage basis, StandardPackage next, List<Edit> edits, List<Item> items) {
        CarryingOver carrying = new CarryingOver(basis, next);
        edits.forEach(carrying::carry);
        carrying.settleOrders();
        return new Carried(
                carrying.withItems(Editing.apply(next, carrying.kept), items),
                carrying.kept,
                carrying.raised,
                carrying.conflicts);
    }

    private void carry(Edit edit) {
        Place now = after.get(edit.place());
        if (now == null) {
            conflict(edit, Text.of("上级已不再规定此项", "is not set from above any more"));
        } else if (!sameMeasure(edit.place())) {
            conflict(edit, Text.of("上级改变了计量口径或计分方式", "is measured or scored in another way now"));
        } else if (now.direction().isStricter(now.value(), edit.value())) {
            kept.add(edit);
        } else {
            raised.add(new Raised(edit.place(), edit.value(), now.value()));
        }
    }

    private void conflict(Edit edit, Text reason) {
        conflicts.add(new Conflict(edit.place(), edit.value(), reason));
    }

    /** A quota in kgce of one coefficient set says nothing about one in another; a threshold in another unit is another threshold. */
    private boolean sameMeasure(String place) {
        if (before.get(place) == null
                || before.get(place).direction() != after.get(place).direction()) return false;
        if (place.startsWith("quotas/")) return same("coefficientSet");
        if (place.startsWith("targets/") && !same("coefficientSet")) return false;
        String parent = place.substring(0, place.lastIndexOf('/') + 1);
        return parent.isEmpty() || MEASURED_BY.stream().allMatch(field -> same(parent + field));
    }

    private boolean same(String place) {
        return Objects.equals(valueOf(before, place), valueOf(after, place));
    }

    private static String valueOf(Map<String, Place> places, String path) {
        Place place = places.get(path);
        return place == null ? null : place.value();
    }

    /** A constraint that ends below a baseline from above makes no sense: the row goes back to the values from above. */
    private void settleOrders() {
        StandardPackage edited = Editing.apply(next, kept);
        for (Quota quota : edited.quotas()) {
            if (PackageCheck.brokenOrder(quota.values()).isEmpty()) continue;
            String row = "quotas/" + quota.key() + "/";
            kept.stream().filter(e -> e.place().startsWith(row)).toList().forEach(edit -> {
                kept.remove(edit);
                conflict(edit, Text.of("与上级同一行的其他限值次序相悖", "is out of order with other limits of the row from above"));
            });
        }
    }

    private StandardPackage withItems(StandardPackage content, List<Item> items) {
        Set<String> categories = next.categories().stream().map(Category::code).collect(Collectors.toSet());
        List<Item> all = new ArrayList<>(content.items());
        BigDecimal points = Points.of(content, Points::isLocal);
        for (Item item : items) {
            points = points.add(item.points());
            if (!categories.contains(item.category())) {
                lost(item, Text.of("上级已取消类别 %s", "category %s is gone above", item.category()));
                points = points.subtract(item.points());
            } else if (points.compareTo(Points.MOST_LOCAL) > 0) {
                lost(
                        item,
                        Text.of(
                                "加上上级的地方指标超过 %s 分",
                                "more than %s points together with items from above", Points.MOST_LOCAL));
                points = points.subtract(item.points());
            } else {
                all.add(item);
            }
        }
        return content.withItems(all);
    }

    private void lost(Item item, Text reason) {
        conflicts.add(new Conflict("items/" + item.code(), item.name().zh(), reason));
    }
}
