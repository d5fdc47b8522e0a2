package org.jielian.metrics.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.Session;
import org.jielian.contracts.ResultState;

/** The limits of quotas as supervision told them, the newest word of each unit, standard and year. */
@Singleton
class KnownLimits {
    private static final String KEEP = """
            insert into known_limits (unit_code, standard_code, year, version, release, limits)
            select t.unit_code, t.standard_code, t.year, t.version, t.release, t.limits::jsonb
            from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[])
                as t (unit_code, standard_code, year, version, release, limits)
            on conflict (unit_code, standard_code, year) do update
                set version = excluded.version, release = excluded.release, limits = excluded.limits
                where known_limits.version < excluded.version""";
    private static final String FIND = """
            select l.unit_code, l.year, l.release, l.limits::text
            from unnest(?::text[], ?::int[]) as t (unit_code, year)
            join known_limits l on (l.unit_code, l.year) = (t.unit_code, t.year)
            where l.release is not null order by l.standard_code""";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    /** A year of a unit. */
    record UnitYear(String unitCode, int year) {}

    void keep(List<ResultState> results) {
        if (results.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            try (var keep = connection.prepareStatement(KEEP)) {
                keep.setArray(1, connection.createArrayOf("text", column(results, ResultState::unitCode)));
                keep.setArray(2, connection.createArrayOf("text", column(results, ResultState::standardCode)));
                keep.setArray(3, connection.createArrayOf("int", column(results, ResultState::year)));
                keep.setArray(4, connection.createArrayOf("bigint", column(results, ResultState::version)));
                keep.setArray(5, connection.createArrayOf("text", column(results, ResultState::release)));
                keep.setArray(6, connection.createArrayOf("text", column(results, this::limits)));
                keep.executeUpdate();
            }
        });
    }

    private static Object[] column(List<ResultState> results, Function<ResultState, Object> value) {
        return results.stream().map(value).toArray();
    }

    private String limits(ResultState result) {
        if (result.release() == null) return null;
        Map<String, Map<String, BigDecimal>> limits = new LinkedHashMap<>();
        for (ResultState.Position position : result.indicators()) limits.put(position.indicator(), position.bounds());
        try {
            return json.writeValueAsString(limits);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("limits that can't be written", e);
        }
    }

    /** One for each standard that judges the year; nothing for a year that none judges or that supervision has not heard of yet. */
    Map<UnitYear, List<Limits>> of(Collection<UnitYear> years) {
        if (years.isEmpty()) return Map.of();
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var find = connection.prepareStatement(FIND)) {
                find.setArray(
                        1,
                        connection.createArrayOf(
                                "text", years.stream().map(UnitYear::unitCode).toArray()));
                find.setArray(
                        2,
                        connection.createArrayOf(
                                "int", years.stream().map(UnitYear::year).toArray()));
                Map<UnitYear, List<Limits>> found = new HashMap<>();
                try (var rows = find.executeQuery()) {
                    while (rows.next())
                        found.computeIfAbsent(new UnitYear(rows.getString(1), rows.getInt(2)), y -> new ArrayList<>())
                                .add(new Limits(rows.getString(3), read(rows.getString(4))));
                }
                return found;
            }
        });
    }

    private Map<String, Map<String, BigDecimal>> read(String limits) {
        try {
            return json.readValue(limits, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept limits that can't be read", e);
        }
    }
}
