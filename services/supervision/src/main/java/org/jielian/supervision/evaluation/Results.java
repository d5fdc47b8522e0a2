package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jielian.contracts.ResultState;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.outbox.Outbox.Fact;
import org.jielian.supervision.evaluation.Result.Figure;

/** Results as they are kept. What has not changed is neither written nor told again; another basis leaves the former result in the history. */
@Singleton
class Results {
    private static final String BEFORE = """
            select standard_code || '/' || year || '/' || node, version, body::text from result where node = any (?)""";
    private static final String HISTORY = """
            insert into result_history (node, standard_code, year, version, path, body, evaluated_at, replaced_at)
            select r.node, r.standard_code, r.year, r.version, r.path, r.body, r.evaluated_at, ?
            from unnest(?::text[], ?::text[], ?::int[]) as t (node, standard_code, year)
            join result r on (r.node, r.standard_code, r.year) = (t.node, t.standard_code, t.year)""";
    private static final String PUT = """
            insert into result (node, standard_code, year, version, is_unit, path, release, amounts, bands, body, evaluated_at)
            select t.node, t.standard_code, t.year, t.version, t.is_unit, n.path, t.release, t.amounts::jsonb, t.bands::jsonb,
                   t.body::jsonb, ?
            from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[])
                as t (node, standard_code, year, version, is_unit, release, amounts, bands, body)
            left join node_path n on n.code = t.node
            on conflict (node, standard_code, year) do update set version = excluded.version, path = excluded.path,
                release = excluded.release, amounts = excluded.amounts, bands = excluded.bands, body = excluded.body,
                evaluated_at = excluded.evaluated_at""";
    private static final String REMOVE = """
            delete from result r using unnest(?::text[], ?::text[], ?::int[]) as t (node, standard_code, year)
            where (r.node, r.standard_code, r.year) = (t.node, t.standard_code, t.year)""";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private record Kept(long version, Result result) {}

    private record Next(Result result, long version) {}

    /** Of which node and year all results are made anew at once. */
    record NodeYear(String node, int year) {}

    /** Replaces the results of these nodes and years by what was evaluated now. */
    void replace(Collection<NodeYear> about, List<Result> evaluated) {
        try (Connection connection = database.getConnection()) {
            Map<String, Kept> before = before(connection, about);
            List<Next> changed = new ArrayList<>();
            List<Result> rebased = new ArrayList<>();
            for (Result result : evaluated) {
                Kept kept = before.remove(key(result));
                if (kept != null && kept.result().equals(result)) continue;
                if (kept != null && !kept.result().basis().equals(result.basis())) rebased.add(kept.result());
                changed.add(
                        new Next(result, kept == null ? clock.millis() : Math.max(kept.version() + 1, clock.millis())));
            }
            List<Kept> gone = List.copyOf(before.values());
            gone.forEach(kept -> rebased.add(kept.result()));
            keepHistory(connection, rebased);
            put(connection, changed);
            remove(connection, gone);
            tell(changed, gone);
        } catch (SQLException e) {
            throw new IllegalStateException("results could not be kept", e);
        }
    }

    private static String key(Result r) {
        return r.standardCode() + "/" + r.year() + "/" + r.node();
    }

    private Map<String, Kept> before(Connection connection, Collection<NodeYear> about) throws SQLException {
        Map<String, Kept> before = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(BEFORE)) {
            read.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            about.stream().map(NodeYear::node).distinct().toArray()));
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    Result result = read(rows.getString(3));
                    if (about.contains(new NodeYear(result.node(), result.year()))) {
                        before.put(rows.getString(1), new Kept(rows.getLong(2), result));
                    }
                }
            }
        }
        return before;
    }

    private void keepHistory(Connection connection, List<Result> former) throws SQLException {
        if (former.isEmpty()) return;
        try (PreparedStatement keep = connection.prepareStatement(HISTORY)) {
            keep.setObject(1, now());
            keys(connection, keep, former, 2);
            keep.executeUpdate();
        }
    }

    private void remove(Connection connection, List<Kept> gone) throws SQLException {
        if (gone.isEmpty()) return;
        try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            keys(connection, remove, gone.stream().map(Kept::result).toList(), 1);
            remove.executeUpdate();
        }
    }

    private static void keys(Connection connection, PreparedStatement statement, List<Result> of, int first)
            throws SQLException {
        new Columns<>(connection, statement, of, first)
                .add("text", Result::node)
                .add("text", Result::standardCode)
                .add("int", Result::year);
    }

    private void put(Connection connection, List<Next> changed) throws SQLException {
        if (changed.isEmpty()) return;
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(1, now());
            new Columns<>(connection, put, changed, 2)
                    .add("text", n -> n.result().node())
                    .add("text", n -> n.result().standardCode())
                    .add("int", n -> n.result().year())
                    .add("bigint", Next::version)
                    .add("boolean", n -> isUnit(n.result()))
                    .add("text", n -> n.result().basis().release())
                    .add("text", n -> write(amounts(n.result())))
                    .add("text", n -> write(bands(n.result())))
                    .add("text", n -> write(n.result()));
            put.executeUpdate();
        }
    }

    private static Map<String, BigDecimal> amounts(Result result) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Figure figure : result.figures()) {
            if (figure.value() != null) amounts.put(figure.indicator().name(), figure.value());
        }
        return amounts;
    }

    private static Map<String, String> bands(Result result) {
        Map<String, String> bands = new TreeMap<>();
        for (Figure figure : result.figures()) {
            if (figure.band() != null)
                bands.put(figure.indicator().name(), figure.band().name());
        }
        return bands;
    }

    private void tell(List<Next> changed, List<Kept> gone) {
        List<Fact> facts = new ArrayList<>();
        changed.stream().filter(n -> isUnit(n.result())).forEach(n -> facts.add(fact(state(n.result(), n.version()))));
        gone.stream().filter(k -> isUnit(k.result())).forEach(k -> facts.add(fact(ended(k))));
        outbox.appendAll(facts);
    }

    private static Fact fact(ResultState state) {
        return new Fact(ResultState.TOPIC, state.key(), state);
    }

    private static ResultState state(Result r, long version) {
        List<ResultState.Position> limited = r.figures().stream()
                .filter(figure -> figure.quota() != null)
                .map(Results::position)
                .toList();
        return new ResultState(
                r.node(),
                r.standardCode(),
                r.year(),
                version,
                r.basis().release(),
                r.basis().coefficientSet(),
                r.basis().coefficientVersion(),
                r.provisional(),
                limited);
    }

    private static ResultState.Position position(Figure f) {
        Map<String, BigDecimal> bounds = new LinkedHashMap<>();
        f.bounds().forEach((bound, value) -> bounds.put(bound.name(), value));
        return new ResultState.Position(
                f.indicator().name(),
                f.value(),
                bounds,
                f.band() == null ? null : f.band().name());
    }

    private ResultState ended(Kept kept) {
        Result r = kept.result();
        long version = Math.max(kept.version() + 1, clock.millis());
        return new ResultState(r.node(), r.standardCode(), r.year(), version, null, null, null, true, List.of());
    }

    private static boolean isUnit(Result result) {
        return result.kind().equals("UNIT");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    Result read(String body) {
        try {
            return json.readValue(body, Result.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept result that can't be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a result that can't be written", e);
        }
    }
}
