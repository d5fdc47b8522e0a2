package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Pages of titles, and how many a region has in which state. */
@Singleton
class ListingTitles {
    private static final String COLUMNS =
            "t.id, t.unit_code, u.name, u.region_code, t.year, t.state, t.holder, t.due, t.score, t.number,"
                    + " case when t.holder = t.unit_code then u.name else h.name end";
    private static final String FROM = """
             from title t join known_unit u on u.code = t.unit_code left join known_region h on h.code = t.holder
            where starts_with(t.path, :path) and (cast(:states as text[]) is null or t.state = any(:states))
              and (cast(:holder as text) is null or t.holder = :holder) and (cast(:year as int) is null or t.year = :year)
              and (cast(:q as text) is null or strpos(u.name, :q) > 0 or starts_with(u.code, :q))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /** One title; {@code late} says that who holds it should have acted before today. */
    record Line(
            UUID id,
            String unitCode,
            String name,
            String regionCode,
            int year,
            State state,
            String holder,
            String holderName,
            LocalDate due,
            boolean late,
            BigDecimal score,
            String number) {}

    /**
     * One region of the pipeline.
     *
     * @param eligible agencies that are there now
     * @param titled those that hold the title
     * @param share of the eligible ones that do, per cent; {@code null} where none is eligible
     * @param states how many are where, by the last application of each unit
     */
    record Pipeline(
            String regionCode,
            String name,
            String tier,
            long eligible,
            long titled,
            BigDecimal share,
            Map<State, Long> states) {}

    @Transactional
    Page<Line> page(TitleQuery asked) {
        return listing(asked).page(asked, line());
    }

    /** All of them, for a file. */
    @Transactional
    List<Line> all(TitleQuery asked) {
        return listing(asked).all(line());
    }

    private Listing listing(TitleQuery asked) {
        return Listing.of(em, COLUMNS, FROM, asked.sorting())
                .set("path", access.requireSees(asked.region()))
                .set("states", asked.states())
                .set("holder", asked.holder())
                .set("year", asked.year)
                .set("q", asked.q());
    }

    private Function<Object[], Line> line() {
        LocalDate today = LocalDate.now(clock);
        return row -> line(row, today);
    }

    private static Line line(Object[] r, LocalDate today) {
        State state = State.valueOf((String) r[5]);
        LocalDate due = r[7] == null ? null : LocalDate.parse(r[7].toString());
        return new Line(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                ((Number) r[4]).intValue(),
                state,
                (String) r[6],
                (String) r[10],
                due,
                state.isReview() && due != null && due.isBefore(today),
                (BigDecimal) r[8],
                (String) r[9]);
    }

    /** A region's own units and its children, each with all below it. */
    @Transactional
    List<Pipeline> pipeline(String region) {
        String path = access.requireSees(region);
        List<?> rows = em.createNativeQuery("""
                        with part as (
                            select code, name, tier, path from known_region
                            where code = ?1 or (starts_with(path, ?2) and path = ?2 || code || '/')),
                        last as (select distinct on (unit_code) unit_code, state from title
                                 where starts_with(path, ?2) order by unit_code, changed_at desc),
                        agency as (select u.code, u.path, u.region_code, l.state from known_unit u left join last l on l.unit_code = u.code
                                   where u.type = 'AGENCY' and starts_with(u.path, ?2) and (u.closed_from is null or u.closed_from > ?3))
                        select p.code, p.name, p.tier, a.state, count(a.code) from part p left join agency a
                            on case when p.code = ?1 then a.region_code = p.code else starts_with(a.path, p.path) end
                        group by p.code, p.name, p.tier, a.state order by p.code = ?1 desc, p.code""")
                .setParameter(1, region)
                .setParameter(2, path)
                .setParameter(3, YearMonth.now(clock).toString())
                .getResultList();
        Map<String, Pipeline> parts = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(r -> parts.merge((String) r[0], part(r), ListingTitles::plus));
        return List.copyOf(parts.values());
    }

    private static Pipeline part(Object[] r) {
        long many = ((Number) r[4]).longValue();
        Map<State, Long> states = new LinkedHashMap<>();
        if (r[3] != null) states.put(State.valueOf((String) r[3]), many);
        boolean titled = r[3] != null && State.valueOf((String) r[3]).holdsTitle();
        return part((String) r[0], (String) r[1], (String) r[2], many, titled ? many : 0, states);
    }

    private static Pipeline plus(Pipeline a, Pipeline b) {
        Map<State, Long> states = new java.util.TreeMap<>(a.states());
        b.states().forEach((state, many) -> states.merge(state, many, Long::sum));
        return part(a.regionCode(), a.name(), a.tier(), a.eligible() + b.eligible(), a.titled() + b.titled(), states);
    }

    private static Pipeline part(
            String code, String name, String tier, long all, long titled, Map<State, Long> states) {
        BigDecimal share = all == 0
                ? null
                : BigDecimal.valueOf(titled * 100).divide(BigDecimal.valueOf(all), 2, java.math.RoundingMode.HALF_UP);
        return new Pipeline(code, name, tier, all, titled, share, states);
    }
}
