package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.metrics.forms.Quantity;

/** Adds up the cells of regions, months and types. */
@Singleton
class RollupTable {
    @Inject
    DataSource database;

    @Inject
    Slots slots;

    /** What each line of the answer is about. */
    enum By {
        REGION("g.code"),
        MONTH("r.period"),
        TYPE("r.type");

        private final String expression;

        By(String expression) {
            this.expression = expression;
        }
    }

    /** The months in which a region counts for the answer. */
    record Span(String code, String from, String to) {
        static Span of(String code, Period period) {
            return new Span(code, period.from(), period.to());
        }
    }

    /** Figures by region, month or type; one statement, so that all of them are of the same moment. */
    Map<String, Figures> sums(List<Span> spans, By by, Layer layer, String type) {
        SortedMap<Integer, Quantity> quantities = asked(spans);
        StringBuilder select = new StringBuilder();
        for (int slot : quantities.keySet())
            select.append(", sum(r.%1$s[%2$d]), sum(r.%3$s[%2$d])".formatted(layer.sums(), slot, layer.sums() + "_of"));
        String sql = """
                select %s as line, left(r.period, 4)::int as year,
                       sum(r.reports) as reported, sum(r.reviewed_reports) as accepted, max(r.as_of) as as_of,
                       sum(r.%s) as reports, sum(r.%s) as headcount, sum(r.%s) as floor_area%s
                from %s join rollup r on r.region_code = g.code and r.period >= g.from_month and r.period < g.to_month%s
                group by 1, 2""".formatted(
                        by.expression,
                        layer.column("reports"),
                        layer.column("headcount"),
                        layer.column("floor_area"),
                        select,
                        SPANS,
                        type == null ? "" : " and r.type = ?");
        return query(sql, spans, type, rows -> {
            Map<String, Figures> figures = new LinkedHashMap<>();
            while (rows.next()) figures.merge(rows.getString("line"), figures(rows, quantities), Figures::plus);
            return figures;
        });
    }

    private SortedMap<Integer, Quantity> asked(List<Span> spans) {
        String from = spans.stream().map(Span::from).min(String::compareTo).orElse("");
        String before = spans.stream().map(Span::to).max(String::compareTo).orElse("");
        return slots.askedFor(from, before);
    }

    /**
     * Unit-months that should be reported, by region, type or first month of a span: the units of the whole subtree, month by month as
     * it was.
     */
    Map<String, Long> expected(List<Span> spans, By by, String type) {
        String months = "months_between(greatest(g.from_month, a.from_month, s.month), least(g.to_month, a.to_month))";
        String line =
                switch (by) {
                    case REGION -> "g.code";
                    case MONTH -> "g.from_month";
                    case TYPE -> "s.type";
                };
        return query("""
                select %s as line, sum(s.change * %s)::bigint
                from %s join region_ancestor a on a.ancestor_code = g.code
                     and a.from_month < g.to_month and g.from_month < a.to_month
                join expected_step s on s.region_code = a.region_code and s.month < least(g.to_month, a.to_month)%s
                group by 1""".formatted(line, months, SPANS, type == null ? "" : " and s.type = ?"), spans, type, rows -> {
            Map<String, Long> expected = new HashMap<>();
            while (rows.next()) expected.put(rows.getString(1), rows.getLong(2));
            return expected;
        });
    }

    private static final String SPANS = "unnest(?::text[], ?::text[], ?::text[]) as g (code, from_month, to_month)";

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String sql, List<Span> spans, String type, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", spans.stream().map(Span::code).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", spans.stream().map(Span::from).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", spans.stream().map(Span::to).toArray()));
            if (type != null) statement.setString(4, type);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("totals could not be read", e);
        }
    }

    private static Figures figures(ResultSet row, SortedMap<Integer, Quantity> quantities) throws SQLException {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Long> reportedOf = new TreeMap<>();
        int column = row.findColumn("floor_area");
        for (Quantity quantity : quantities.values()) {
            BigDecimal sum = row.getBigDecimal(++column);
            long reports = row.getLong(++column);
            if (sum == null || reports == 0) continue;
            sums.put(quantity.code(), sum);
            reportedOf.put(quantity.code(), reports);
        }
        Sums all = new Sums(
                sums,
                reportedOf,
                row.getLong("reports"),
                row.getBigDecimal("headcount"),
                row.getBigDecimal("floor_area"));
        Instant asOf = row.getObject("as_of", OffsetDateTime.class).toInstant();
        return new Figures(Map.of(row.getInt("year"), all), row.getLong("reported"), row.getLong("accepted"), asOf);
    }
}
