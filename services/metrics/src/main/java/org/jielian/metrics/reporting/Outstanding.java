package org.jielian.metrics.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.Tier;

/**
 * What is outstanding of a month: a unit that was to report it and from which nothing that counts is there, or whose report was sent back
 * and not yet corrected. Nothing is outstanding before the month has ended. Queries see what the caller may see.
 */
@Singleton
public class Outstanding {
    /** What a reminder of a unit is recorded under, with the subject {@code report/<unit>/<month>}. */
    public static final String UNIT_REMINDED = "REPORT_OUTSTANDING";

    /** What a reminder of a region is recorded under, with the subject {@code reporting/<region>/<month>}. */
    public static final String REGION_REMINDED = "REPORTS_OUTSTANDING_BELOW";

    /** How a report is outstanding. */
    public enum State {
        /** Nothing is there, or it was withdrawn; in time still or late. */
        MISSING,
        /** It was sent back. */
        RETURNED,
        /** Nothing is there, and the last day has passed. */
        LATE
    }

    /**
     * One unit with something outstanding.
     *
     * @param state {@code MISSING} or {@code RETURNED}
     */
    public record Unit(String code, String name, State state, boolean late, LocalDate dueOn) {}

    /** A region right below with what is outstanding in it; {@code late} is part of {@code missing}. */
    public record Region(String code, String name, Tier tier, long missing, long late, long returned) {
        /** How many are outstanding in this way; {@code null} counts all. */
        public long count(State state) {
            if (state == null) return missing + returned;
            return switch (state) {
                case MISSING -> missing;
                case LATE -> late;
                case RETURNED -> returned;
            };
        }
    }

    @Inject
    EntityManager em;

    @Inject
    Deadlines deadlines;

    /** Follows {@code known_unit u}. */
    static final String JOINS = """
             join unit_belonging b on b.unit_code = u.code and b.from_month <= :period and :period < b.to_month
            left join report p on p.unit_code = u.code and p.period = :period""";

    /** Narrows to what is outstanding in that way, or at all for {@code null}. */
    String condition(State state, String path, Deadlines.OfMonth month, Map<String, Object> values) {
        values.put("period", month.period().toString());
        if (!month.hasEnded()) return " and false";
        String missing = " and (p.unit_code is null or p.status = 'WITHDRAWN')";
        if (state == null) return " and (p.unit_code is null or p.status in ('WITHDRAWN', 'RETURNED'))";
        return switch (state) {
            case MISSING -> missing;
            case RETURNED -> " and p.status = 'RETURNED'";
            case LATE -> {
                values.put("late", lateRegions(path, month));
                yield missing + " and b.region_code = any(:late)";
            }
        };
    }

    /** Units that hang directly on a region, in the order of their codes. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Unit> direct(String region, String path, YearMonth period, State state) {
        Deadlines.OfMonth month = deadlines.of(period);
        Map<String, Object> values = new HashMap<>(Map.of("region", region));
        String sql = "select u.code, u.name, p.status, b.region_code from known_unit u" + JOINS
                + " where u.region_code = :region" + condition(state, path, month, values) + " order by u.code";
        return rows(sql, values).stream()
                .map(r -> unit((String) r[0], (String) r[1], (String) r[2], (String) r[3], month))
                .toList();
    }

    Unit unit(String code, String name, String status, String administeredBy, Deadlines.OfMonth month) {
        boolean returned = "RETURNED".equals(status);
        return new Unit(
                code,
                name,
                returned ? State.RETURNED : State.MISSING,
                !returned && month.isOver(administeredBy),
                month.due(administeredBy).date());
    }

    /** The regions right below a path that exist in the month, in the order of their codes, those without anything outstanding too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Region> below(String path, YearMonth period) {
        Deadlines.OfMonth month = deadlines.of(period);
        Map<String, Object> values = new HashMap<>(Map.of(
                "path",
                path,
                "period",
                period.toString(),
                "late",
                lateRegions(path, month),
                "ended",
                month.hasEnded()));
        String missing = "b.unit_code is not null and (p.unit_code is null or p.status = 'WITHDRAWN')";
        String sql = "select c.code, c.name, c.tier, count(*) filter (where " + missing + "), count(*) filter (where "
                + missing + " and b.region_code = any(:late)), count(*) filter (where p.status = 'RETURNED') " + """
                from known_region c
                left join known_unit u on starts_with(u.path, c.path) and :ended
                left join unit_belonging b on b.unit_code = u.code and b.from_month <= :period and :period < b.to_month
                left join report p on p.unit_code = b.unit_code and p.period = :period
                where c.path = :path || c.code || '/' and (c.closed_from is null or :period < c.closed_from)
                group by c.code, c.name, c.tier order by c.code""";
        return rows(sql, values).stream()
                .map(r -> new Region(
                        (String) r[0],
                        (String) r[1],
                        Tier.valueOf((String) r[2]),
                        ((Number) r[3]).longValue(),
                        ((Number) r[4]).longValue(),
                        ((Number) r[5]).longValue()))
                .toList();
    }

    /** Regions at and below a path whose units are late with the month: each may have days of its own. */
    private String[] lateRegions(String path, Deadlines.OfMonth month) {
        Collection<?> administering = em.createNativeQuery("""
                        select distinct b.region_code from known_unit u join unit_belonging b on b.unit_code = u.code
                        where starts_with(u.path, :path) and b.from_month <= :period and :period < b.to_month""")
                .setParameter("path", path)
                .setParameter("period", month.period().toString())
                .getResultList();
        return administering.stream()
                .map(String.class::cast)
                .filter(month::isOver)
                .toArray(String[]::new);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Map<String, Object> values) {
        return WhoHasReported.bind(em.createNativeQuery(sql), values).getResultList();
    }
}
