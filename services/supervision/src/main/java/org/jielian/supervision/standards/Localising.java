package org.jielian.supervision.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;

/** Makes a region's package out of the one from above and what the region wants stricter. */
public final class Localising {
    /**
     * What came of it.
     *
     * @param content the package; {@code null} when something is refused
     * @param edits what is really stricter than above: an edit that repeats the value from above is none
     * @param defects what is refused
     */
    public record Localised(StandardPackage content, List<Edit> edits, List<Defect> defects) {}

    /** By edits and own items, as a form or call states them. */
    public static Localised by(StandardPackage above, List<Edit> edits, List<Item> items, String region) {
        List<Defect> defects = new ArrayList<>();
        StandardPackage content = above;
        for (Edit edit : edits) {
            try {
                content = Editing.apply(content, edit);
            } catch (Editing.NotPossible e) {
                defects.add(Defect.at(
                        String.valueOf(edit.place()),
                        "不能改为「%s」（%s）",
                        "can't be made \"%s\" (%s)",
                        edit.value(),
                        e.getMessage()));
            }
        }
        for (Item item : items) {
            if (item.code() == null || !Points.isLocalTo(region, item)) {
                defects.add(Defect.at(
                        "items/" + item.code(),
                        "地方指标的编码应以 %s- 开头",
                        "the code of a local item should begin with %s-",
                        region));
            }
        }
        if (!defects.isEmpty()) return new Localised(null, List.of(), defects);
        List<Item> all = new ArrayList<>(content.items());
        all.addAll(items);
        return of(above, content.withItems(all), region);
    }

    /** By a whole package, as a file states it. */
    public static Localised of(StandardPackage above, StandardPackage own, String region) {
        List<Defect> defects = new ArrayList<>(PackageCheck.of(own));
        if (defects.isEmpty()) defects.addAll(TightenOnly.check(above, own, region));
        if (!defects.isEmpty()) return new Localised(null, List.of(), defects);
        return new Localised(own, edits(above, own, region), List.of());
    }

    private static List<Edit> edits(StandardPackage above, StandardPackage own, String region) {
        Map<String, Place> fromAbove = Places.of(above);
        return Difference.between(above, own).stream()
                .filter(change -> fromAbove.containsKey(change.place()))
                .map(change -> new Edit(change.place(), change.after()))
                .toList();
    }

    /** The items a region added itself. */
    public static List<Item> itemsOf(StandardPackage content, String region) {
        return content.items().stream()
                .filter(item -> Points.isLocalTo(region, item))
                .toList();
    }

    private Localising() {}
}
