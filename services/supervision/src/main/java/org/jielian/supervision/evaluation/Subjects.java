package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jielian.supervision.calendar.DueDays;
import org.jielian.supervision.calendar.DueReports;

/** Reads all that is known of units and regions from our own copies; row-level security decides of which. */
@Singleton
public class Subjects {
    private static final TypeReference<Map<String, BigDecimal>> AMOUNTS = new TypeReference<>() {};

    /** Who administered each unit at the end of the year, and in how many months of it it was there. */
    private static final String UNITS = """
            select u.code, b.region_code, b.type, g.kind, g.level, r.tier, g.heating, r.path, b.months
            from known_unit u
            join lateral (
                select (array_agg(b.region_code order by b.from_month desc))[1] as region_code,
                       (array_agg(b.type order by b.from_month desc))[1] as type,
                       sum(least(month_number(b.to_month), month_number(?)) - greatest(month_number(b.from_month), month_number(?)))
                           as months
                from unit_belonging b where b.unit_code = u.code and b.from_month < ? and b.to_month > ?
            ) b on b.region_code is not null
            left join known_region r on r.code = b.region_code
            left join unit_register g on g.unit_code = u.code
            where u.code = any (?)""";

    private static final String REGIONS = """
            select r.code, r.code, null, null, null, r.tier, null, r.path, coalesce((
                select sum(greatest(0, least(month_number(b.to_month), month_number(a.to_month), month_number(?))
                           - greatest(month_number(b.from_month), month_number(a.from_month), month_number(?))))
                from region_ancestor a join unit_belonging b on b.region_code = a.region_code
                where a.ancestor_code = r.code and b.from_month < ? and b.to_month > ?), 0) as months
            from known_region r where r.code = any (?)""";
    private static final String REPORTS = """
            select r.unit_code, r.period, r.quantities::text, r.headcount, r.floor_area, 1, b.region_code, r.submitted_at
            from report_copy r left join unit_belonging b
                on b.unit_code = r.unit_code and b.from_month <= r.period and r.period < b.to_month
            where r.unit_code = any (?) and substr(r.period, 1, 4)::int = any (?) and r.status <> 'WITHDRAWN'
            order by r.unit_code, r.period""";
    private static final String CELLS = """
            select region_code, period, quantities::text, headcount, floor_area, reports, null, null from cell_copy
            where region_code = any (?) and substr(period, 1, 4)::int = any (?) and reports > 0 order by region_code, period""";

    @Inject
    DataSource database;

    @Inject
    DueDays days;

    private final ObjectReader amounts;

    @Inject
    Subjects(ObjectMapper json) {
        amounts = json.readerFor(AMOUNTS);
    }

    /** Units that were there in the year, with their sums of it and of the years it is measured against. */
    public List<Subject> units(Collection<String> codes, int year, Set<Integer> baseYears) {
        return subjects(UNITS, REPORTS, true, codes, year, baseYears);
    }

    /** Regions, likewise. */
    public List<Subject> regions(Collection<String> codes, int year, Set<Integer> baseYears) {
        return subjects(REGIONS, CELLS, false, codes, year, baseYears);
    }

    private List<Subject> subjects(
            String who, String figures, boolean units, Collection<String> codes, int year, Set<Integer> baseYears) {
        String[] all = codes.toArray(String[]::new);
        try (Connection connection = database.getConnection()) {
            var sums = sums(connection, figures, all, years(year, baseYears));
            try (PreparedStatement read = connection.prepareStatement(who)) {
                read.setString(1, (year + 1) + "-01");
                read.setString(2, year + "-01");
                read.setString(3, (year + 1) + "-01");
                read.setString(4, year + "-01");
                read.setArray(5, connection.createArrayOf("text", all));
                List<Subject> subjects = new ArrayList<>();
                try (ResultSet r = read.executeQuery()) {
                    while (r.next()) subjects.add(subject(r, units, sums.getOrDefault(r.getString(1), Map.of())));
                }
                return subjects;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("figures could not be read", e);
        }
    }

    private static Object[] years(int year, Set<Integer> baseYears) {
        List<Integer> years = new ArrayList<>(baseYears);
        years.add(year);
        return years.toArray();
    }

    private static Subject subject(ResultSet r, boolean unit, Map<Integer, YearSums> sums) throws SQLException {
        return new Subject(
                r.getString(1),
                unit,
                r.getString(2),
                r.getString(3),
                r.getString(4),
                r.getString(5),
                r.getString(6),
                r.getString(7),
                lineage(r.getString(8)),
                r.getLong(9),
                sums);
    }

    /** Nearest first. */
    private static List<String> lineage(String path) {
        if (path == null) return List.of();
        List<String> codes = new ArrayList<>(Arrays.asList(path.substring(1).split("/")));
        Collections.reverse(codes);
        return codes;
    }

    /** A month of a unit or, of one institution type, of a region; {@code home} is the region whose calendar counts, if one does. */
    private record Figures(
            String node,
            YearMonth period,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            long reports,
            String home,
            Instant submittedAt) {}

    private Map<String, Map<Integer, YearSums>> sums(Connection connection, String sql, String[] codes, Object[] years)
            throws SQLException {
        List<Figures> all = figures(connection, sql, codes, years);
        DueReports due = days.open(
                all.stream().map(Figures::home).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<String, Map<Integer, YearSums>> sums = new HashMap<>();
        Figures before = null;
        for (Figures f : all) {
            boolean another = before == null
                    || !before.node().equals(f.node())
                    || !before.period().equals(f.period());
            before = f;
            Boolean onTime = due.isOnTime(f.home(), f.period(), f.submittedAt());
            sums.computeIfAbsent(f.node(), n -> new HashMap<>())
                    .compute(f.period().getYear(), (year, sum) -> (sum == null ? YearSums.NONE : sum)
                            .plus(f.quantities(), f.headcount(), f.floorArea(), f.reports(), another, onTime));
        }
        return sums;
    }

    private List<Figures> figures(Connection connection, String sql, String[] codes, Object[] years)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setFetchSize(5000);
            read.setArray(1, connection.createArrayOf("text", codes));
            read.setArray(2, connection.createArrayOf("int", years));
            List<Figures> all = new ArrayList<>();
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    all.add(new Figures(
                            r.getString(1),
                            YearMonth.parse(r.getString(2)),
                            read(r.getString(3)),
                            r.getBigDecimal(4),
                            r.getBigDecimal(5),
                            r.getLong(6),
                            r.getString(7),
                            instant(r)));
                }
            }
            return all;
        }
    }

    private static Instant instant(ResultSet r) throws SQLException {
        OffsetDateTime at = r.getObject(8, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private Map<String, BigDecimal> read(String quantities) {
        try {
            return amounts.readValue(quantities);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept report that can't be read", e);
        }
    }
}
