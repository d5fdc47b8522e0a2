package org.jielian.supervision.standards;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jielian.contracts.StandardPackage;

/** How one package differs from another, place by place. */
public final class Difference {
    /** What a difference means for those who have to keep to it. */
    public enum Effect {
        ADDED,
        REMOVED,
        TIGHTER,
        LOOSER,
        /** Neither: another name, another function. */
        CHANGED
    }

    /**
     * One place whose value differs.
     *
     * @param before {@code null} when it is new
     * @param after {@code null} when it is gone
     */
    public record Change(String place, String before, String after, Effect effect) {}

    /** All differences, in the order the packages are read; none for equal ones. */
    public static List<Change> between(StandardPackage before, StandardPackage after) {
        Map<String, Place> old = Places.of(before);
        Map<String, Place> now = Places.of(after);
        Set<String> paths = new LinkedHashSet<>(now.keySet());
        paths.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            Place was = old.get(path);
            Place is = now.get(path);
            if (was == null) changes.add(new Change(path, null, is.value(), Effect.ADDED));
            else if (is == null) changes.add(new Change(path, was.value(), null, Effect.REMOVED));
            else if (!was.value().equals(is.value())) changes.add(changed(was, is));
        }
        return changes;
    }

    private static Change changed(Place was, Place is) {
        Effect effect = Effect.CHANGED;
        if (was.direction() == is.direction() && is.direction() != Direction.FIXED) {
            effect = is.direction().isStricter(was.value(), is.value()) ? Effect.TIGHTER : Effect.LOOSER;
        }
        return new Change(is.path(), was.value(), is.value(), effect);
    }

    private Difference() {}
}
