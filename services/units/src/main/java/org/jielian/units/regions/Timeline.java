package org.jielian.units.regions;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What holds from which month on, each entry until the next one. Used for whatever is dated by month: a region's parents, an
 * institution's belongings.
 *
 * @param <T> an entry, which knows its first month
 */
public final class Timeline<T> {
    private final Function<T, YearMonth> from;
    private final TreeMap<YearMonth, T> entries = new TreeMap<>();

    private Timeline(Function<T, YearMonth> from) {
        this.from = from;
    }

    public static <T> Timeline<T> of(Function<T, YearMonth> from, Collection<T> entries) {
        Timeline<T> timeline = new Timeline<>(from);
        entries.forEach(timeline::put);
        return timeline;
    }

    /** Holds from its month on until the next entry; replaces one of the same month. */
    public void put(T entry) {
        entries.put(from.apply(entry), entry);
    }

    /** What holds in the month; empty before the first entry. */
    public Optional<T> in(YearMonth month) {
        return Optional.ofNullable(entries.floorEntry(month)).map(Map.Entry::getValue);
    }

    public T last() {
        return entries.lastEntry().getValue();
    }

    /** All entries, oldest first. */
    public List<T> all() {
        return List.copyOf(entries.values());
    }
}
