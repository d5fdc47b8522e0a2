package org.jielian.metrics.premises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What units do not report themselves, because the host of their building reports it for all. */
@Singleton
public class Shares {
    @Inject
    EntityManager em;

    /**
     * A carrier that another unit reports.
     *
     * @param from first month it holds, {@code 2026-01}
     * @param to first month it holds no more
     */
    public record Hosted(String host, String hostName, String quantity, String from, String to) {
        /** Whether it holds in a month. */
        public boolean holdsIn(String period) {
            return from.compareTo(period) <= 0 && period.compareTo(to) < 0;
        }
    }

    /** By tenant; units that share nothing are absent. */
    public Map<String, List<Hosted>> of(Collection<String> units) {
        if (units.isEmpty()) return Map.of();
        List<?> rows = em.createNativeQuery("""
                        select unit_code, host_code, host_name, quantity_code, from_month, to_month from premises_share
                        where unit_code = any(?1) and unit_code <> host_code""")
                .setParameter(1, units.toArray(String[]::new))
                .getResultList();
        Map<String, List<Hosted>> hosted = new HashMap<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            hosted.computeIfAbsent((String) r[0], unit -> new ArrayList<>())
                    .add(new Hosted(
                            (String) r[1], (String) r[2], (String) r[3], String.valueOf(r[4]), String.valueOf(r[5])));
        }
        return hosted;
    }
}
