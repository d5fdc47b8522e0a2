package org.jielian.units.regions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jielian.contracts.RegionState.Parentage;

/**
 * Who stands under whom in which month. Parents are always stated, never read from a code's digits; depth is free. The tree keeps two
 * promises for every month: following the parents ends, and an existing region's parent exists.
 *
 * <p>Not thread-safe; one is made for each piece of work.
 */
public final class RegionTree {
    /** Later than every dated change: what holds in the end decides who may see and act. */
    private static final YearMonth END = YearMonth.of(9999, 12);

    private final Map<String, Dates> regions = new HashMap<>();

    /** One region's life: its parents by month and the month it ends. */
    private static final class Dates {
        private final Timeline<Parentage> parents;
        private YearMonth closedFrom;

        Dates(Timeline<Parentage> parents, YearMonth closedFrom) {
            this.parents = parents;
            this.closedFrom = closedFrom;
        }

        boolean existsIn(YearMonth month) {
            return parents.in(month).isPresent() && (closedFrom == null || month.isBefore(closedFrom));
        }

        Optional<String> parentIn(YearMonth month) {
            return parents.in(month).map(Parentage::parentCode);
        }
    }

    /** The tree of these regions; they are believed to be consistent, as they were when they were stored. */
    public static RegionTree of(Collection<Region> stored) {
        RegionTree tree = new RegionTree();
        for (Region region : stored) {
            tree.regions.put(
                    region.code(),
                    new Dates(Timeline.of(Parentage::from, region.state().parents()), region.closedFrom()));
        }
        return tree;
    }

    public boolean knows(String code) {
        return regions.containsKey(code);
    }

    public boolean existsIn(String code, YearMonth month) {
        return knows(code) && regions.get(code).existsIn(month);
    }

    /** The region above in that month; empty at the top of the chain. */
    public Optional<String> parentIn(String code, YearMonth month) {
        return Optional.ofNullable(regions.get(code)).flatMap(r -> r.parentIn(month));
    }

    /** The region above when all dated changes have come true. */
    public Optional<String> parent(String code) {
        return parentIn(code, END);
    }

    /** The regions directly below that still exist in the month. */
    public List<String> childrenIn(String code, YearMonth month) {
        return regions.keySet().stream()
                .filter(child -> existsIn(child, month))
                .filter(child -> parentIn(child, month).filter(code::equals).isPresent())
                .sorted()
                .toList();
    }

    /** From the top of the chain down to the region itself, when all dated changes have come true. */
    public List<String> line(String code) {
        List<String> line = new ArrayList<>();
        for (Optional<String> c = Optional.of(code); c.isPresent(); c = parent(c.get())) line.add(0, c.get());
        return line;
    }

    /** The path that scopes are compared by: {@code /330000/331100/331102/}. */
    public String path(String code) {
        return "/" + String.join("/", line(code)) + "/";
    }

    /** A region begins; {@code parent} is {@code null} for the top of the chain. */
    public void begin(String code, String parent, YearMonth from) {
        if (knows(code))
            throw RegionProblem.REGION_EXISTS.because("区划 %s 已存在或曾存在", "region %s exists or has existed", code);
        requireParent(parent, from);
        regions.put(code, new Dates(Timeline.of(Parentage::from, List.of(new Parentage(parent, from))), null));
    }

    /** From this month on the region stands under another parent. */
    public void move(String code, String parent, YearMonth from) {
        Dates region = requireExisting(code, from);
        requireParent(parent, from);
        if (parent != null) refuseCycle(code, parent, from);
        region.parents.put(new Parentage(parent, from));
    }

    /** The region ends with the month before; nothing may hang on it from then on. */
    public void close(String code, YearMonth from) {
        Dates region = requireExisting(code, from);
        for (YearMonth month : turningPoints(from)) {
            List<String> children = childrenIn(code, month);
            if (!children.isEmpty()) {
                throw RegionProblem.REGION_HAS_CHILDREN.because(
                        "区划 %s 不能自 %s 起撤销：%s 在 %s 仍隶属于它",
                        "region %s cannot close from %s: %s still stands under it in %s",
                        code,
                        from,
                        String.join(", ", children),
                        month);
            }
        }
        region.closedFrom = from;
    }

    private Dates requireExisting(String code, YearMonth month) {
        if (!existsIn(code, month))
            throw RegionProblem.REGION_NOT_OPEN.because(
                    "%2$s 没有区划 %1$s", "region %1$s does not exist in %2$s", code, month);
        return regions.get(code);
    }

    private void requireParent(String parent, YearMonth from) {
        if (parent == null) return;
        if (!existsIn(parent, from) || regions.get(parent).closedFrom != null) {
            throw RegionProblem.PARENT_UNKNOWN.because(
                    "自 %2$s 起没有上级区划 %1$s", "the parent %1$s does not exist from %2$s on", parent, from);
        }
    }

    private void refuseCycle(String code, String parent, YearMonth from) {
        for (YearMonth month : turningPoints(from)) {
            Set<String> seen = new LinkedHashSet<>();
            for (Optional<String> c = Optional.of(parent); c.isPresent(); c = parentIn(c.get(), month)) {
                seen.add(c.get());
                if (c.get().equals(code)) {
                    throw RegionProblem.REGION_CYCLE.because(
                            "%s 不能隶属于 %s：在 %s 将成环 %s",
                            "%s cannot stand under %s: in %s that would be a circle %s",
                            code,
                            parent,
                            month,
                            String.join(" → ", seen));
                }
            }
        }
    }

    /** The month and every later one in which anything in the tree changes; between two of them nothing does. */
    private Set<YearMonth> turningPoints(YearMonth from) {
        Set<YearMonth> months = new TreeSet<>(Set.of(from));
        for (Dates region : regions.values()) {
            for (Parentage p : region.parents.all()) if (p.from().isAfter(from)) months.add(p.from());
        }
        return months;
    }
}
