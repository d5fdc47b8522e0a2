package org.jielian.metrics.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What an inbox needs of the directory of regions. */
@Singleton
class RegionsOfLines {
    @Inject
    EntityManager em;

    Map<String, String> names(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        for (Object row : em.createNativeQuery("select code, name from known_region where code in (:codes)")
                .setParameter("codes", Set.copyOf(codes))
                .getResultList()) {
            Object[] r = (Object[]) row;
            names.put((String) r[0], (String) r[1]);
        }
        return names;
    }

    /** Those of the codes that counted in the region's total in that month. */
    Set<String> countedIn(String region, YearMonth month, Collection<String> codes) {
        List<String> known = codes.stream().filter(Objects::nonNull).distinct().toList();
        if (known.isEmpty()) return Set.of();
        return new HashSet<>(em.createNativeQuery("""
                        select region_code from region_ancestor
                        where ancestor_code = :region and region_code in (:codes)
                          and from_month <= :month and :month < to_month""", String.class)
                .setParameter("region", region)
                .setParameter("codes", known)
                .setParameter("month", month.toString())
                .getResultList());
    }
}
