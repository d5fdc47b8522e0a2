package org.jielian.metrics.premises;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.metrics.premises.Sharing.Share;

/** The arrangements as they are kept. */
@Singleton
class SharingTable {
    private static final String FOR_GOOD = "9999-12";

    @Inject
    EntityManager em;

    /** All of a host, the oldest first. */
    List<Sharing> of(String host) {
        List<?> rows = em.createNativeQuery("""
                        select quantity_code, from_month, to_month, unit_code, percent from premises_share
                        where host_code = ?1 order by quantity_code, from_month, percent desc, unit_code""").setParameter(1, host).getResultList();
        Map<List<String>, List<Share>> shares = new LinkedHashMap<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            List<String> key = List.of((String) r[0], String.valueOf(r[1]), String.valueOf(r[2]));
            shares.computeIfAbsent(key, k -> new ArrayList<>()).add(new Share((String) r[3], (BigDecimal) r[4]));
        }
        return shares.entrySet().stream()
                .map(s -> new Sharing(
                        host,
                        s.getKey().get(0),
                        s.getKey().get(1),
                        until(s.getKey().get(2)),
                        s.getValue()))
                .toList();
    }

    private static String until(String to) {
        return to.equals(FOR_GOOD) ? null : YearMonth.parse(to).minusMonths(1).toString();
    }

    /** From its month on it takes the place of what was arranged for the host and quantity. */
    void put(Sharing sharing) {
        alone(sharing.host());
        em.createNativeQuery(
                        "delete from premises_share where host_code = ?1 and quantity_code = ?2 and from_month >= ?3")
                .setParameter(1, sharing.host())
                .setParameter(2, sharing.quantity())
                .setParameter(3, sharing.from())
                .executeUpdate();
        em.createNativeQuery("""
                        update premises_share set to_month = ?3
                        where host_code = ?1 and quantity_code = ?2 and to_month > ?3""")
                .setParameter(1, sharing.host())
                .setParameter(2, sharing.quantity())
                .setParameter(3, sharing.from())
                .executeUpdate();
        sharing.shares().forEach(share -> add(sharing, share));
    }

    /** Two who arrange for the same host do so one after the other. */
    private void alone(String host) {
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('premises/' || ?1))) as held")
                .setParameter(1, host)
                .getResultList();
    }

    private void add(Sharing sharing, Share share) {
        em.createNativeQuery("""
                        insert into premises_share (host_code, host_name, quantity_code, from_month, unit_code, percent)
                        select ?1, name, ?2, ?3, ?4, ?5 from known_unit where code = ?1""")
                .setParameter(1, sharing.host())
                .setParameter(2, sharing.quantity())
                .setParameter(3, sharing.from())
                .setParameter(4, share.unit())
                .setParameter(5, share.percent())
                .executeUpdate();
    }

    /** Standing reports of tenants that carry what the host is to report, as unit and month. */
    List<String> reportedByTenants(Collection<String> tenants, String quantity, String from, int most) {
        List<?> rows = em.createNativeQuery("""
                        select unit_code || ' ' || period from report
                        where unit_code = any(?1) and period >= ?2 and status <> 'WITHDRAWN'
                          and cast(quantities ->> ?3 as numeric) > 0
                        order by 1""")
                .setParameter(1, tenants.toArray(String[]::new))
                .setParameter(2, from)
                .setParameter(3, quantity)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(String.class::cast).toList();
    }
}
