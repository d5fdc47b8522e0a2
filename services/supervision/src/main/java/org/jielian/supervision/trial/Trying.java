package org.jielian.supervision.trial;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.cascade.Carrying;
import org.jielian.supervision.evaluation.Rulebooks;
import org.jielian.supervision.evaluation.Subjects;
import org.jielian.supervision.trial.Attempt.Region;

/**
 * Tries a package on a year's reports (试算): what would hold in each region below, with what each had made stricter carried over as the
 * cascade does it, and how each unit would stand by it, with the function that makes the real results.
 */
@Singleton
class Trying {
    @Inject
    EntityManager em;

    @Inject
    Carrying carrying;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Subjects subjects;

    /**
     * Begins to try a package in a region and below.
     *
     * @param content what would hold in the region itself
     */
    Attempt begin(String region, String path, String standard, StandardPackage content, int year) {
        Map<String, Region> regions = regions(path);
        Map<String, StandardPackage> packages = comeDown(region, standard, content, regions);
        return new Attempt(
                subjects, rulebooks.open(), new Attempt.What(standard, content, packages, year), regions, units(path));
    }

    /** What would hold in each region once everybody has inherited. Parents come before their children. */
    private Map<String, StandardPackage> comeDown(
            String region, String standard, StandardPackage content, Map<String, Region> regions) {
        Map<String, StandardPackage> packages = new LinkedHashMap<>();
        packages.put(region, content);
        for (Region below : regions.values()) {
            StandardPackage above = packages.get(below.parent());
            if (above == null || below.code().equals(region)) continue;
            packages.put(
                    below.code(), carrying.to(above, standard, below.code()).content());
        }
        return packages;
    }

    private Map<String, Region> regions(String path) {
        List<?> rows = em.createNativeQuery("""
                        select code, name, tier, split_part(reverse(rtrim(path, '/')), '/', 2) from known_region
                        where starts_with(path, ?1) and closed_from is null order by length(path), code""").setParameter(1, path).getResultList();
        Map<String, Region> regions = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(r -> {
            String parent = new StringBuilder((String) r[3]).reverse().toString();
            regions.put((String) r[0], new Region((String) r[0], (String) r[1], (String) r[2], parent));
        });
        return regions;
    }

    private Map<String, String> units(String path) {
        List<?> rows = em.createNativeQuery(
                        "select code, name from known_unit where starts_with(path, ?1) order by code")
                .setParameter(1, path)
                .getResultList();
        Map<String, String> names = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(r -> names.put((String) r[0], (String) r[1]));
        return names;
    }
}
