package org.jielian.metrics.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;

/** What units have reported, as far as the caller may see it: the history by which new months are checked. */
@Singleton
class StoredMonths {
    @Inject
    EntityManager em;

    private final ObjectReader amounts = new ObjectMapper().readerFor(new TypeReference<Map<String, BigDecimal>>() {});

    /** All standing months of some units within a range, in one query. */
    Map<String, Map<YearMonth, Month>> of(Collection<String> units, YearMonth from, YearMonth to) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var find = connection.prepareStatement("""
                    select unit_code, period, quantities::text, headcount, floor_area from report
                    where unit_code = any(?) and period between ? and ? and status <> 'WITHDRAWN'""")) {
                find.setArray(1, connection.createArrayOf("text", units.toArray()));
                find.setString(2, from.toString());
                find.setString(3, to.toString());
                find.setFetchSize(0);
                Map<String, Map<YearMonth, Month>> found = new HashMap<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) {
                        Month month = month(rows);
                        found.computeIfAbsent(rows.getString(1), unit -> new HashMap<>())
                                .put(month.period(), month);
                    }
                }
                return found;
            }
        });
    }

    private Month month(ResultSet row) throws SQLException {
        try {
            return new Month(
                    YearMonth.parse(row.getString(2)),
                    amounts.readValue(row.getString(3)),
                    row.getBigDecimal(4),
                    row.getBigDecimal(5));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report can't be read", e);
        }
    }
}
