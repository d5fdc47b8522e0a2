package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.supervision.evaluation.EvaluationFacts.Registered;

/** Our own copies of what others tell, a batch in one statement; the newest version of each key is kept. */
@Singleton
class Copies {
    private static final String REPORTS = """
            insert into report_copy
                (unit_code, period, version, status, path, quantities, headcount, floor_area, submitted_at, refusal)
            select t.unit_code, t.period, t.version, t.status, k.path, t.quantities::jsonb, t.headcount, t.floor_area, t.submitted_at,
                t.refusal::jsonb
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::numeric[], ?::numeric[], ?::timestamptz[], ?::text[])
                as t (unit_code, period, version, status, quantities, headcount, floor_area, submitted_at, refusal)
            left join known_unit k on k.code = t.unit_code
            on conflict (unit_code, period) do update set version = excluded.version, status = excluded.status, path = excluded.path,
                quantities = excluded.quantities, headcount = excluded.headcount, floor_area = excluded.floor_area,
                submitted_at = excluded.submitted_at, refusal = excluded.refusal
            where report_copy.version < excluded.version
            returning unit_code || '/' || period""";
    private static final String CELLS = """
            insert into cell_copy (region_code, period, type, version, path, quantities, reports, headcount, floor_area)
            select t.region_code, t.period, t.type, t.version, k.path, t.quantities::jsonb, t.reports, t.headcount, t.floor_area
            from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[])
                as t (region_code, period, type, version, quantities, reports, headcount, floor_area)
            left join known_region k on k.code = t.region_code
            on conflict (region_code, period, type) do update set version = excluded.version, path = excluded.path,
                quantities = excluded.quantities, reports = excluded.reports, headcount = excluded.headcount,
                floor_area = excluded.floor_area
            where cell_copy.version < excluded.version
            returning region_code || '/' || period || '/' || type""";
    private static final String REGISTERED = """
            insert into unit_register (unit_code, version, heating, kind, level)
            select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
            on conflict (unit_code) do update set version = excluded.version, heating = excluded.heating, kind = excluded.kind,
                level = excluded.level
            where unit_register.version < excluded.version
            returning unit_code""";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    /** Whether it is news. */
    boolean keep(CoefficientsState set) {
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement("""
                        insert into known_coefficients (set_code, version, state) values (?, ?, ?::jsonb)
                        on conflict (set_code) do update set version = excluded.version, state = excluded.state
                        where known_coefficients.version < excluded.version""")) {
            keep.setString(1, set.setCode());
            keep.setLong(2, set.version());
            keep.setString(3, write(set));
            return keep.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("coefficients could not be kept", e);
        }
    }

    /** Those that are newer than what was kept. */
    List<ReportState> keepReports(List<ReportState> reports) {
        if (reports.isEmpty()) return List.of();
        List<ReportState> ordered =
                reports.stream().sorted(Comparator.comparing(ReportState::key)).toList();
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(REPORTS)) {
            new Columns<>(connection, keep, ordered)
                    .add("text", ReportState::unitCode)
                    .add("text", r -> r.period().toString())
                    .add("bigint", ReportState::version)
                    // a report that counts nowhere is no figure of its unit either
                    .add("text", r -> (r.countsIn() == null ? ReportState.Status.WITHDRAWN : r.status()).name())
                    .add("text", r -> write(r.quantities()))
                    .add("numeric", ReportState::headcount)
                    .add("numeric", ReportState::floorArea)
                    .add("timestamptz", Copies::submittedAt)
                    .add("text", r -> r.refusal() == null ? null : write(r.refusal()));
            Set<String> news = returned(keep);
            return ordered.stream().filter(r -> news.contains(r.key())).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("reports could not be kept", e);
        }
    }

    /** Facts from before that was told say when they changed last, which is no earlier. */
    private static OffsetDateTime submittedAt(ReportState report) {
        Instant at = report.submittedAt() == null ? report.changedAt() : report.submittedAt();
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Those that are newer than what was kept. */
    List<RollupState> keepCells(List<RollupState> cells) {
        if (cells.isEmpty()) return List.of();
        List<RollupState> ordered =
                cells.stream().sorted(Comparator.comparing(RollupState::key)).toList();
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(CELLS)) {
            new Columns<>(connection, keep, ordered)
                    .add("text", RollupState::regionCode)
                    .add("text", c -> c.period().toString())
                    .add("text", c -> c.type().name())
                    .add("bigint", RollupState::version)
                    .add("text", c -> write(c.live().quantities()))
                    .add("bigint", c -> c.live().reports())
                    .add("numeric", c -> c.live().headcount())
                    .add("numeric", c -> c.live().floorArea());
            Set<String> news = returned(keep);
            return ordered.stream().filter(c -> news.contains(c.key())).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("totals could not be kept", e);
        }
    }

    /** Codes of the units of which something newer was learnt. */
    Set<String> keepRegistered(List<Registered> units) {
        if (units.isEmpty()) return Set.of();
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(REGISTERED)) {
            new Columns<>(connection, keep, units)
                    .add("text", Registered::unitCode)
                    .add("bigint", Registered::version)
                    .add("text", Registered::heating)
                    .add("text", Registered::kind)
                    .add("text", Registered::level);
            return returned(keep);
        } catch (SQLException e) {
            throw new IllegalStateException("units could not be kept", e);
        }
    }

    private static Set<String> returned(PreparedStatement keep) throws SQLException {
        Set<String> keys = new HashSet<>();
        try (ResultSet rows = keep.executeQuery()) {
            while (rows.next()) keys.add(rows.getString(1));
        }
        return keys;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value == null ? Map.of() : value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a fact that can't be written: " + value.getClass(), e);
        }
    }
}
