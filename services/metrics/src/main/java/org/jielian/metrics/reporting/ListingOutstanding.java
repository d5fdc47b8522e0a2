package org.jielian.metrics.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.notices.Notices.Told;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.metrics.reporting.OutstandingView.Contact;
import org.jielian.metrics.reporting.OutstandingView.Reminder;

/** Lists what is outstanding, with the last reminder and whom to call. */
@Singleton
class ListingOutstanding {
    private static final String COLUMNS =
            "u.code, u.name, u.type, u.region_code, r.name as region_name, p.status, b.region_code as home";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Outstanding outstanding;

    @Inject
    Deadlines deadlines;

    @Inject
    Notices notices;

    @Transactional
    Page<OutstandingView> page(String region, ReportingQuery query) {
        String path = access.requireSees(region);
        Deadlines.OfMonth month = deadlines.of(query.period());
        Map<String, Object> values = new HashMap<>();
        String where = WhoHasReported.where(region, path, query, values)
                + outstanding.condition(query.state(), path, month, values);
        long total = ((Number) WhoHasReported.bind(
                                em.createNativeQuery("select count(*) from known_unit u" + Outstanding.JOINS + where),
                                values)
                        .getSingleResult())
                .longValue();
        List<Object[]> rows = WhoHasReported.rows(em, COLUMNS, Outstanding.JOINS, query, where, values);
        int limit = Page.limit(query.limit);
        List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit
                ? new Cursor((String) shown.get(limit - 1)[7], (String) shown.get(limit - 1)[0]).encoded()
                : null;
        return new Page<>(views(shown, month), next, total);
    }

    private List<OutstandingView> views(List<Object[]> rows, Deadlines.OfMonth month) {
        YearMonth period = month.period();
        List<String> codes = rows.stream().map(r -> (String) r[0]).toList();
        Map<String, Told> reminders = notices.lastTold(
                Outstanding.UNIT_REMINDED,
                codes.stream().map(code -> subject(code, period)).toList());
        Map<String, Contact> contacts = contacts(codes);
        return rows.stream()
                .map(r -> view(r, month, reminders.get(subject((String) r[0], period)), contacts.get((String) r[0])))
                .toList();
    }

    private OutstandingView view(Object[] r, Deadlines.OfMonth month, Told reminder, Contact contact) {
        var unit = outstanding.unit((String) r[0], (String) r[1], (String) r[5], (String) r[6], month);
        return new OutstandingView(
                unit.code(),
                unit.name(),
                (String) r[2],
                (String) r[3],
                (String) r[4],
                unit.state(),
                unit.late(),
                unit.dueOn(),
                Reminder.of(reminder),
                contact);
    }

    private static String subject(String unit, YearMonth period) {
        return "report/" + unit + "/" + period;
    }

    @Transactional
    List<OutstandingView.InRegion> below(String region, YearMonth period) {
        List<Outstanding.Region> regions = outstanding.below(access.requireSees(region), period);
        List<String> codes = regions.stream().map(Outstanding.Region::code).toList();
        Map<String, Told> reminders = notices.lastTold(
                Outstanding.REGION_REMINDED,
                codes.stream().map(code -> "reporting/" + code + "/" + period).toList());
        Map<String, Contact> contacts = contacts(codes);
        return regions.stream()
                .map(r -> new OutstandingView.InRegion(
                        r.code(),
                        r.name(),
                        r.tier(),
                        r.missing(),
                        r.late(),
                        r.returned(),
                        Reminder.of(reminders.get("reporting/" + r.code() + "/" + period)),
                        contacts.get(r.code())))
                .toList();
    }

    private Map<String, Contact> contacts(Collection<String> nodes) {
        Map<String, Contact> contacts = new HashMap<>();
        if (nodes.isEmpty()) return contacts;
        for (Object row : em.createNativeQuery("""
                        select node_code, person, email, phone from known_contact where node_code in (:nodes)
                        and coalesce(person, email, phone) is not null""").setParameter("nodes", nodes).getResultList()) {
            Object[] r = (Object[]) row;
            contacts.put((String) r[0], new Contact((String) r[1], (String) r[2], (String) r[3]));
        }
        return contacts;
    }
}
