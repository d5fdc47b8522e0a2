package org.jielian.metrics.forms;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The catalogue of quantities, in the order forms show them. It changes by migration only and is therefore read once. */
@Singleton
public class Quantities {
    @Inject
    EntityManager em;

    private volatile Map<String, Quantity> byCode;

    public List<Quantity> all() {
        return List.copyOf(byCode().values());
    }

    /** By code; {@code null} for an unknown one. */
    public Quantity find(String code) {
        return byCode().get(code);
    }

    private Map<String, Quantity> byCode() {
        if (byCode == null) byCode = load();
        return byCode;
    }

    private Map<String, Quantity> load() {
        Map<String, Quantity> loaded = new LinkedHashMap<>();
        for (Object row : em.createNativeQuery("""
                select code, column_name, unit_of_measure, zh, en, carrier, kind, cost_of, part_of from quantity order by position""").getResultList()) {
            Quantity quantity = quantity((Object[]) row);
            loaded.put(quantity.code(), quantity);
        }
        return loaded;
    }

    private static Quantity quantity(Object[] r) {
        return new Quantity(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                (String) r[5],
                Quantity.Kind.valueOf((String) r[6]),
                (String) r[7],
                (String) r[8]);
    }
}
