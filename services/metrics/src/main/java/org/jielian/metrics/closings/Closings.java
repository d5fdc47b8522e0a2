package org.jielian.metrics.closings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jielian.contracts.ClosingState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.metrics.closings.Closing.Child;

/** The closings that were made, as they are kept. */
@Singleton
class Closings {
    private static final TypeReference<List<Child>> CHILDREN = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> AMOUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    long nextId() {
        return ((Number) em.createNativeQuery("select nextval(pg_get_serial_sequence('closing', 'id'))")
                        .getSingleResult())
                .longValue();
    }

    /** A region's closings of the months from one to another, oldest first, reopened ones included. */
    List<Closing> of(String region, String from, String to) {
        return closings(em.createNativeQuery(
                        SELECT + " where region_code = ?1 and period >= ?2 and period <= ?3 order by period, number")
                .setParameter(1, region)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList());
    }

    /** The last closing of a month by each of the regions that ever closed it. */
    Map<String, Closing> lastOf(List<String> regions, String period) {
        Map<String, Closing> last = new HashMap<>();
        if (regions.isEmpty()) return last;
        closings(em.createNativeQuery(SELECT + " where region_code in (?1) and period = ?2 order by number")
                        .setParameter(1, regions)
                        .setParameter(2, period)
                        .getResultList())
                .forEach(c -> last.put(c.regionCode(), c));
        return last;
    }

    /** By month, how many regions below have taken their last closing back. */
    Map<String, Integer> reopenedBelow(String region, String from, String to) {
        Map<String, Integer> reopened = new HashMap<>();
        List<?> rows = em.createNativeQuery("select c.period, count(*)" + REOPENED_BELOW + " group by c.period")
                .setParameter(1, region)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            reopened.put((String) r[0], ((Number) r[1]).intValue());
        }
        return reopened;
    }

    /** The regions at any depth below that have taken their last closing of that month back, by code. */
    List<Child> reopenedBelow(String region, String period) {
        List<?> rows = em.createNativeQuery("select k.code, k.name, k.tier" + REOPENED_BELOW + " order by k.code")
                .setParameter(1, region)
                .setParameter(2, period)
                .setParameter(3, period)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Child((String) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    private static final String REOPENED_BELOW = """
             from closing c join region_ancestor a on a.region_code = c.region_code and a.depth > 0
                and a.from_month <= c.period and c.period < a.to_month
            join known_region k on k.code = c.region_code
            where a.ancestor_code = ?1 and c.period >= ?2 and c.period <= ?3 and c.reopened_at is not null
                and not exists (select from closing n where n.region_code = c.region_code and n.period = c.period
                    and n.number > c.number)""";

    private static final String SELECT = """
            select id, region_code, period, number, closed_at, closed_by, note, coefficient_set, digest, children,
                   cast(open_children as text), reopened_at, reopened_by, reopening_reason from closing""";

    private List<Closing> closings(List<?> rows) {
        List<Closing> closings = new ArrayList<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            closings.add(new Closing(
                    ((Number) r[0]).longValue(),
                    (String) r[1],
                    java.time.YearMonth.parse((String) r[2]),
                    ((Number) r[3]).intValue(),
                    (Instant) r[4],
                    (String) r[5],
                    (String) r[6],
                    (String) r[7],
                    (String) r[8],
                    ((Number) r[9]).intValue(),
                    read((String) r[10], CHILDREN),
                    (Instant) r[11],
                    (String) r[12],
                    (String) r[13]));
        }
        return closings;
    }

    void add(Closing closing, FrozenFigures figures) {
        em.unwrap(Session.class).doWork(connection -> {
            insert(connection, closing);
            for (ClosingState.Figures type : figures.types()) {
                insert(connection, closing.id(), type, "live", type.live());
                insert(connection, closing.id(), type, "reviewed", type.reviewed());
            }
        });
    }

    private void insert(Connection connection, Closing closing) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into closing (id, region_code, period, number, closed_at, closed_by, note, coefficient_set, digest, children,
                    open_children)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")) {
            insert.setLong(1, closing.id());
            insert.setString(2, closing.regionCode());
            insert.setString(3, closing.period().toString());
            insert.setInt(4, closing.number());
            insert.setObject(5, closing.closedAt().atOffset(ZoneOffset.UTC));
            insert.setString(6, closing.closedBy());
            insert.setString(7, closing.note());
            insert.setString(8, closing.coefficientSet());
            insert.setString(9, closing.digest());
            insert.setInt(10, closing.children());
            insert.setString(11, write(closing.openChildren()));
            insert.executeUpdate();
        }
    }

    private void insert(Connection connection, long id, ClosingState.Figures type, String layer, Sums sums)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into closing_figures (closing_id, type, layer, expected, reports, headcount, floor_area, quantities, reported_of)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)""")) {
            insert.setLong(1, id);
            insert.setString(2, type.type().name());
            insert.setString(3, layer);
            insert.setLong(4, type.expected());
            insert.setLong(5, sums.reports());
            insert.setBigDecimal(6, sums.headcount());
            insert.setBigDecimal(7, sums.floorArea());
            insert.setString(8, write(sums.quantities()));
            insert.setString(9, write(sums.reportedOf()));
            insert.executeUpdate();
        }
    }

    void reopen(Closing reopened) {
        em.createNativeQuery(
                        "update closing set reopened_at = ?1, reopened_by = ?2, reopening_reason = ?3 where id = ?4")
                .setParameter(1, reopened.reopenedAt())
                .setParameter(2, reopened.reopenedBy())
                .setParameter(3, reopened.reopeningReason())
                .setParameter(4, reopened.id())
                .executeUpdate();
    }

    /** What a closing froze. */
    FrozenFigures figures(Closing closing) {
        Map<InstitutionType, ClosingState.Figures> types = new EnumMap<>(InstitutionType.class);
        List<?> rows = em.createNativeQuery("""
                        select l.type, l.expected,
                            l.reports, l.headcount, l.floor_area, cast(l.quantities as text), cast(l.reported_of as text),
                            r.reports, r.headcount, r.floor_area, cast(r.quantities as text), cast(r.reported_of as text)
                        from closing_figures l join closing_figures r using (closing_id, type)
                        where closing_id = ?1 and l.layer = 'live' and r.layer = 'reviewed'""").setParameter(1, closing.id()).getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            InstitutionType type = InstitutionType.valueOf((String) r[0]);
            types.put(type, new ClosingState.Figures(type, ((Number) r[1]).longValue(), sums(r, 2), sums(r, 7)));
        }
        return new FrozenFigures(List.copyOf(types.values()));
    }

    private Sums sums(Object[] r, int at) {
        return new Sums(
                read((String) r[at + 3], AMOUNTS),
                read((String) r[at + 4], COUNTS),
                ((Number) r[at]).longValue(),
                (BigDecimal) r[at + 1],
                (BigDecimal) r[at + 2]);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a closing that can't be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a closing that can't be read", e);
        }
    }
}
