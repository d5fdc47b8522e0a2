package org.jielian.directory;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.Session;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;

/** Keeps the newest of every unit, and where it counts, month range by month range. */
@Singleton
class UnitLearning {
    @Inject
    EntityManager em;

    @Inject
    UnitPaths paths;

    @Inject
    Event<DirectoryChanged> changed;

    private record Row(String unit, Months.Range<Belonging> range) {}

    void learn(List<UnitState> units) {
        Set<String> news = keepNewest(units);
        if (news.isEmpty()) return;
        Set<String> moved = new HashSet<>(replaceBelongings(
                units.stream().filter(u -> news.contains(u.unitCode())).toList()));
        moved.addAll(paths.rebuild());
        if (!moved.isEmpty()) changed.fire(new DirectoryChanged(Set.of(), moved));
    }

    /** Codes of the units of which something newer was learnt. */
    private Set<String> keepNewest(List<UnitState> units) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var upsert = connection.prepareStatement("""
                    insert into known_unit (code, version, name, region_code, type, floor_area, headcount, closed_from,
                        heating, kind, level)
                    select * from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::int[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
                    on conflict (code) do update set version = excluded.version, name = excluded.name,
                        region_code = excluded.region_code, type = excluded.type, floor_area = excluded.floor_area,
                        headcount = excluded.headcount, closed_from = excluded.closed_from,
                        heating = excluded.heating, kind = excluded.kind, level = excluded.level
                    where known_unit.version < excluded.version
                    returning code""")) {
                upsert.setArray(1, connection.createArrayOf("text", column(units, UnitState::unitCode)));
                upsert.setArray(2, connection.createArrayOf("bigint", column(units, UnitState::version)));
                upsert.setArray(3, connection.createArrayOf("text", column(units, UnitState::name)));
                upsert.setArray(4, connection.createArrayOf("text", column(units, u -> u.lastBelonging()
                        .regionCode())));
                upsert.setArray(5, connection.createArrayOf("text", column(units, u -> u.lastBelonging()
                        .type()
                        .name())));
                upsert.setArray(6, connection.createArrayOf("numeric", column(units, UnitState::floorArea)));
                upsert.setArray(7, connection.createArrayOf("int", column(units, UnitState::headcount)));
                upsert.setArray(
                        8,
                        connection.createArrayOf(
                                "text",
                                column(
                                        units,
                                        u -> u.closedFrom() == null
                                                ? null
                                                : u.closedFrom().toString())));
                upsert.setArray(9, connection.createArrayOf("text", column(units, u -> name(u.heating()))));
                upsert.setArray(10, connection.createArrayOf("text", column(units, u -> name(u.kind()))));
                upsert.setArray(11, connection.createArrayOf("text", column(units, u -> name(u.level()))));
                Set<String> codes = new HashSet<>();
                try (var rows = upsert.executeQuery()) {
                    while (rows.next()) codes.add(rows.getString(1));
                }
                return codes;
            }
        });
    }

    /** Codes of the units that count elsewhere, or in other months, than before. */
    private List<String> replaceBelongings(List<UnitState> units) {
        List<Row> rows = new ArrayList<>();
        for (UnitState unit : units) {
            for (var range : Months.ranges(unit.belongings(), Belonging::from, unit.closedFrom()))
                rows.add(new Row(unit.unitCode(), range));
        }
        return em.unwrap(Session.class).doReturningWork(connection -> {
            Object[] codes = column(units, UnitState::unitCode);
            try (var compare = connection.prepareStatement("""
                    with told as (
                        select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                            as t (unit_code, region_code, type, from_month, to_month)
                    ), gone as (
                        delete from unit_belonging b where b.unit_code = any (?::text[]) and not exists (
                            select from told t where (t.unit_code, t.region_code, t.type, t.from_month, t.to_month)
                                = (b.unit_code, b.region_code, b.type, b.from_month::text, b.to_month::text))
                        returning unit_code
                    ), come as (
                        insert into unit_belonging (unit_code, region_code, type, from_month, to_month)
                        select * from told t
                        on conflict (unit_code, from_month) do update set region_code = excluded.region_code,
                            type = excluded.type, to_month = excluded.to_month
                        where (unit_belonging.region_code, unit_belonging.type, unit_belonging.to_month)
                            is distinct from (excluded.region_code, excluded.type, excluded.to_month)
                        returning unit_code
                    )
                    select unit_code from gone union select unit_code from come""")) {
                compare.setArray(1, connection.createArrayOf("text", column(rows, Row::unit)));
                compare.setArray(2, connection.createArrayOf("text", column(rows, r -> r.range()
                        .what()
                        .regionCode())));
                compare.setArray(3, connection.createArrayOf("text", column(rows, r -> r.range()
                        .what()
                        .type()
                        .name())));
                compare.setArray(4, connection.createArrayOf("text", column(rows, r -> r.range()
                        .from())));
                compare.setArray(5, connection.createArrayOf("text", column(rows, r -> r.range()
                        .to())));
                compare.setArray(6, connection.createArrayOf("text", codes));
                List<String> moved = new ArrayList<>();
                try (var found = compare.executeQuery()) {
                    while (found.next()) moved.add(found.getString(1));
                }
                return moved;
            }
        });
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <T> Object[] column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
