package org.jielian.units.regions;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.foundation.problems.CommonProblem;

/** The stored regions, as far as the caller's scope reaches. */
@ApplicationScoped
public class Regions implements PanacheRepositoryBase<Region, String> {
    /** Any number, the same in all instances. A lock of the tree as a whole: a circle can be closed by two changes that share no row. */
    private static final long TREE_LOCK = 4_210_002;

    public Region require(String code) {
        return findByIdOptional(code)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有区划 %s", "there is no region %s", code));
    }

    /** All regions in sight, by code. */
    public Map<String, Region> all() {
        return byCode(listAll());
    }

    /** Those of the codes that exist and are in sight. */
    public Map<String, Region> named(Collection<String> codes) {
        return byCode(list("code in ?1", codes));
    }

    /** What stands directly below in the month and still exists then, by code. */
    List<Region> childrenIn(String code, YearMonth month) {
        return list("""
                select r from Region r join r.parents p
                where p.parentCode = ?1 and p.fromMonth <= ?2 and (r.closedFrom is null or r.closedFrom > ?2)
                  and not exists (select 1 from Region later join later.parents q
                                  where later = r and q.fromMonth <= ?2 and q.fromMonth > p.fromMonth)
                order by r.code""", code, month);
    }

    /** All regions in sight; nobody else changes the tree until the transaction ends. */
    Map<String, Region> allForChange() {
        lock("pg_advisory_xact_lock");
        return all();
    }

    /** The tree stays as it is until the transaction ends; others may hold it as well. */
    public void holdStill() {
        lock("pg_advisory_xact_lock_shared");
    }

    private void lock(String function) {
        getEntityManager()
                .createNativeQuery("select 1 from " + function + "(" + TREE_LOCK + ")")
                .getSingleResult();
    }

    private static Map<String, Region> byCode(List<Region> regions) {
        return regions.stream().collect(Collectors.toMap(Region::code, Function.identity()));
    }
}
