package org.jielian.directory;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jielian.contracts.RegionState;

/** Keeps the newest of every region, and the tree above each, month range by month range. */
@Singleton
class RegionLearning {
    @Inject
    EntityManager em;

    @Inject
    UnitPaths unitPaths;

    @Inject
    Event<DirectoryChanged> changed;

    void learn(List<RegionState> regions) {
        boolean news = false;
        for (RegionState region : regions) news |= keepNewest(region);
        if (!news) return;
        Set<String> before = tree();
        rebuildAncestors();
        Set<String> moved = differences(before, tree());
        moved.addAll(rebuildPaths());
        if (!moved.isEmpty()) changed.fire(new DirectoryChanged(moved, unitPaths.rebuild()));
    }

    private boolean keepNewest(RegionState region) {
        int kept = em.createNativeQuery("""
                        insert into known_region (code, version, name, tier, closed_from) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (code) do update set version = excluded.version, name = excluded.name, tier = excluded.tier,
                            closed_from = excluded.closed_from
                        where known_region.version < excluded.version""")
                .setParameter(1, region.regionCode())
                .setParameter(2, region.version())
                .setParameter(3, region.name())
                .setParameter(4, region.tier().name())
                .setParameter(
                        5,
                        region.closedFrom() == null ? null : region.closedFrom().toString())
                .executeUpdate();
        if (kept == 0) return false;
        em.createNativeQuery("delete from region_parent where region_code = ?1")
                .setParameter(1, region.regionCode())
                .executeUpdate();
        for (var range : Months.ranges(region.parents(), RegionState.Parentage::from, region.closedFrom())) {
            em.createNativeQuery(
                            "insert into region_parent (region_code, parent_code, from_month, to_month) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, region.regionCode())
                    // the top of the chain stands under nothing: an empty parent keeps its range of months
                    .setParameter(
                            2,
                            range.what().parentCode() == null
                                    ? ""
                                    : range.what().parentCode())
                    .setParameter(3, range.from())
                    .setParameter(4, range.to())
                    .executeUpdate();
        }
        return true;
    }

    private Set<String> tree() {
        @SuppressWarnings("unchecked")
        List<String> rows = em.createNativeQuery(
                        "select region_code || ' ' || ancestor_code || ' ' || depth || ' ' || from_month || ' ' || to_month from region_ancestor")
                .getResultList();
        return new HashSet<>(rows);
    }

    /** Codes of regions with a line in only one of the two. */
    private static Set<String> differences(Set<String> before, Set<String> after) {
        Set<String> codes = new HashSet<>();
        for (String line : after) if (!before.contains(line)) codes.add(line.substring(0, line.indexOf(' ')));
        for (String line : before) if (!after.contains(line)) codes.add(line.substring(0, line.indexOf(' ')));
        return codes;
    }

    /** Made anew as a whole: a few thousand regions, a handful of times a year. Depth is bounded in case facts ever form a circle. */
    private void rebuildAncestors() {
        em.createNativeQuery("delete from region_ancestor").executeUpdate();
        em.createNativeQuery("""
                        insert into region_ancestor (region_code, ancestor_code, depth, from_month, to_month)
                        with recursive up (region_code, ancestor_code, depth, from_month, to_month) as (
                            select region_code, region_code, 0, from_month, to_month from region_parent
                            union all
                            select up.region_code, p.parent_code, up.depth + 1,
                                   greatest(up.from_month, p.from_month)::char(7), least(up.to_month, p.to_month)::char(7)
                            from up join region_parent p on p.region_code = up.ancestor_code
                             and p.from_month < up.to_month and up.from_month < p.to_month
                            where p.parent_code <> '' and up.depth < 10
                        )
                        select * from up""").executeUpdate();
    }

    /** Where each region stands by its latest parentage; the codes of those whose path changed. */
    private List<String> rebuildPaths() {
        @SuppressWarnings("unchecked")
        List<String> moved = em.createNativeQuery("""
                        with recursive last as (
                            select distinct on (region_code) region_code, parent_code from region_parent
                            order by region_code, from_month desc
                        ), placed (code, path, depth) as (
                            select region_code, '/' || region_code || '/', 0 from last where parent_code = ''
                            union all
                            select last.region_code, placed.path || last.region_code || '/', placed.depth + 1
                            from placed join last on last.parent_code = placed.code where placed.depth < 10
                        )
                        update known_region r set path = placed.path from placed
                        where placed.code = r.code and r.path is distinct from placed.path
                        returning r.code""").getResultList();
        em.createNativeQuery("""
                        insert into node_path (code, path, kind) select code, path, 'REGION' from known_region where path is not null
                        on conflict (code) do update set path = excluded.path where node_path.path <> excluded.path""").executeUpdate();
        return moved;
    }
}
