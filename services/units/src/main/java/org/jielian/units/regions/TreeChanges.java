package org.jielian.units.regions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.Tier;

/**
 * Changes of the tree that belong together. Each verb refuses what the tree refuses; nothing is stored before
 * {@link RegionRegister#settle}.
 */
public final class TreeChanges {
    private final Map<String, Region> regions;
    private final RegionTree tree;
    private final Map<String, RegionState> before = new LinkedHashMap<>();
    private final List<Region> begun = new ArrayList<>();

    TreeChanges(Map<String, Region> regions) {
        this.regions = new LinkedHashMap<>(regions);
        this.tree = RegionTree.of(regions.values());
    }

    public RegionTree tree() {
        return tree;
    }

    /** The region as it would be; {@code null} if there is none in sight. */
    public Region region(String code) {
        return regions.get(code);
    }

    public void begin(String code, String name, Tier tier, String parentCode, YearMonth from) {
        Region region = Region.begin(code, name, tier, parentCode, from);
        tree.begin(code, parentCode, from);
        regions.put(code, region);
        before.put(code, null);
        begun.add(region);
    }

    public void rename(String code, String newName) {
        change(code, region -> region.rename(newName));
    }

    public void move(String code, String parentCode, YearMonth from) {
        tree.move(code, parentCode, from);
        change(code, region -> region.moveUnder(parentCode, from));
    }

    public void close(String code, YearMonth from) {
        tree.close(code, from);
        change(code, region -> region.close(from));
    }

    List<Region> begun() {
        return begun;
    }

    /** Every region touched, with its state before; {@code null} for one that begins. */
    Map<String, RegionState> before() {
        return before;
    }

    Iterable<Region> regions() {
        return regions.values();
    }

    private void change(String code, Consumer<Region> verb) {
        Region region = regions.get(code);
        if (region == null) throw RegionProblem.REGION_NOT_OPEN.because("没有区划 %s", "there is no region %s", code);
        RegionState old = region.state();
        verb.accept(region);
        if (!before.containsKey(code)) before.put(code, old);
    }
}
