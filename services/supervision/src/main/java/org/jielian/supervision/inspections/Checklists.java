package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.supervision.inspections.Inspection.CheckItem;
import org.jielian.supervision.standards.Releases;

/**
 * What the inspectors need to know of a unit that may stand outside their own part of the chain: looked up in the system's own name, and in
 * a transaction of its own, because a connection has one scope from its beginning to its end.
 */
@Singleton
class Checklists {
    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    Lookup lookup;

    /** The items of a release, and the coefficient set its figures are computed with. */
    record Checklist(String release, String coefficientSet, List<CheckItem> items) {}

    /** A unit as the register has it. */
    record Unit(String code, String name, String regionCode, String type, String path, boolean closed) {}

    /**
     * The checklist by the standard that is in force at a unit on a day.
     *
     * @throws org.jielian.foundation.problems.ProblemException NO_STANDARD_IN_FORCE when there is none
     */
    Checklist of(String unit, String standard, LocalDate day) {
        return system(() -> lookup.checklist(unit, standard, day))
                .orElseThrow(() -> InspectionProblem.NO_STANDARD_IN_FORCE.because(
                        "单位 %s 在 %s 没有生效的标准 %s",
                        "no release of %3$s is in force at the unit %1$s on %2$s", unit, day, standard));
    }

    private <T> T system(java.util.concurrent.Callable<T> work) {
        try {
            return inTheNameOf.system(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a look-up throws nothing that is checked", e);
        }
    }

    /** Apart, so that the transaction begins after the name was changed. */
    @Singleton
    static class Lookup {
        @Inject
        Releases releases;

        @Inject
        EntityManager em;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        Optional<Checklist> checklist(String unit, String standard, LocalDate day) {
            List<?> regions = em.createNativeQuery("select region_code from known_unit where code = ?1")
                    .setParameter(1, unit)
                    .getResultList();
            return regions.stream()
                    .findFirst()
                    .flatMap(region -> releases.inForce((String) region, standard, day))
                    .map(r -> new Checklist(
                            r.key(),
                            r.content().coefficientSet(),
                            r.content().items().stream()
                                    .map(i ->
                                            new CheckItem(i.code(), i.category(), i.name(), i.binding(), i.evidence()))
                                    .toList()));
        }
    }

    /** Those of the units that the caller sees, by code, in the order given. */
    Map<String, Unit> units(Collection<String> codes, String thisMonth) {
        Map<String, Unit> found = new LinkedHashMap<>();
        codes.forEach(code -> found.put(code, null));
        List<?> rows = lookup.em
                .createNativeQuery(
                        "select code, name, region_code, type, path, closed_from from known_unit where code = any(?1) and path is not null")
                .setParameter(1, codes.toArray(String[]::new))
                .getResultList();
        rows.stream().map(row -> unit((Object[]) row, thisMonth)).forEach(u -> found.put(u.code(), u));
        return found;
    }

    /** All units at or below a path that are there now; of one type, or of all for {@code null}. */
    List<Unit> population(String path, String type, String thisMonth) {
        List<?> rows = lookup.em
                .createNativeQuery("""
                        select code, name, region_code, type, path, closed_from from known_unit
                        where starts_with(path, ?1) and (cast(?2 as text) is null or type = ?2)
                        and (closed_from is null or closed_from > ?3) order by code""")
                .setParameter(1, path)
                .setParameter(2, type)
                .setParameter(3, thisMonth)
                .getResultList();
        return rows.stream().map(row -> unit((Object[]) row, thisMonth)).toList();
    }

    private static Unit unit(Object[] r, String thisMonth) {
        return new Unit(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                r[5] != null && r[5].toString().compareTo(thisMonth) <= 0);
    }
}
