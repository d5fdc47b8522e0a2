package org.jielian.metrics.validation;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parameters of the rules: defaults, which change by migration only, and what regions set in their place. */
@Singleton
class KnownParameters {
    @Inject
    EntityManager em;

    /** Every report that is handed in asks, and regions set something once in a year. */
    @Inject
    @CacheName("validation-overrides")
    Cache cache;

    private volatile Map<String, BigDecimal> defaults;

    /** What regions have set, by this instance just now or by another a moment ago. */
    Tree tree() {
        var overrides = cache.get("all", key -> overrides()).await().indefinitely();
        return new Tree(defaults(), overrides, new HashMap<>());
    }

    /** What has been set holds for the next report. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ParametersSet set) {
        cache.invalidateAll().await().indefinitely();
    }

    private Map<String, Map<String, BigDecimal>> overrides() {
        Map<String, Map<String, BigDecimal>> overrides = new HashMap<>();
        for (Object row : em.createNativeQuery("select region_code, name, value from validation_override")
                .getResultList()) {
            Object[] r = (Object[]) row;
            overrides.computeIfAbsent((String) r[0], region -> new HashMap<>()).put((String) r[1], (BigDecimal) r[2]);
        }
        return overrides;
    }

    private Map<String, BigDecimal> defaults() {
        if (defaults == null) {
            Map<String, BigDecimal> loaded = new HashMap<>();
            List<?> rows = em.createNativeQuery("select name, default_value from validation_parameter")
                    .getResultList();
            for (Object row : rows) loaded.put((String) ((Object[]) row)[0], (BigDecimal) ((Object[]) row)[1]);
            defaults = Map.copyOf(loaded);
        }
        return defaults;
    }

    /** The parameters all over the tree. */
    record Tree(
            Map<String, BigDecimal> defaults,
            Map<String, Map<String, BigDecimal>> overrides,
            Map<String, Parameters> known) {
        /** What holds at a path; the regions further down have the last word. */
        Parameters at(String path) {
            String regions = path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
            return known.computeIfAbsent(regions, this::inherited);
        }

        private Parameters inherited(String path) {
            Map<String, BigDecimal> values = new HashMap<>(defaults);
            for (String region : path.split("/")) values.putAll(overrides.getOrDefault(region, Map.of()));
            return new Parameters(values);
        }
    }
}
