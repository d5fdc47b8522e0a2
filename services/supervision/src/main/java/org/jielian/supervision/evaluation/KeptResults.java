package org.jielian.supervision.evaluation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Results as they stand, for features that go on from them; row-level security decides of which nodes. */
@Singleton
public class KeptResults {
    @Inject
    EntityManager em;

    @Inject
    Results results;

    /** How a node stands in a year; empty if nothing is known of it. */
    public Optional<Result> find(String node, String standard, int year) {
        return Optional.ofNullable(
                findAll(java.util.List.of(node), standard, year).get(node));
    }

    /** Those of the nodes that have a result, by code. */
    public Map<String, Result> findAll(Collection<String> nodes, String standard, int year) {
        Map<String, Result> found = new HashMap<>();
        for (Object row : em.createNativeQuery("""
                        select node, cast(body as text) from result
                        where node = any(?1) and standard_code = ?2 and year = ?3""")
                .setParameter(1, nodes.toArray(String[]::new))
                .setParameter(2, standard)
                .setParameter(3, year)
                .getResultList()) {
            Object[] r = (Object[]) row;
            found.put((String) r[0], results.read((String) r[1]));
        }
        return found;
    }
}
