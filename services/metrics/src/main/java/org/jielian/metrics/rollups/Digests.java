package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.sql.DataSource;

/**
 * The proof that the chain lost nothing and counted nothing twice: the same sums once from the roll-up and once from the reports
 * themselves, each as one number. Equal digests mean equal sums, to the last decimal, of every month, type, layer and quantity.
 */
@Singleton
class Digests {
    private static final String FROM_ROLLUP = """
            select period, type, layer, quantity, sum, reports from (
                select r.period, r.type, l.layer, null as quantity, null::numeric as sum, l.reports
                from rollup r cross join lateral (values ('live', r.reports), ('reviewed', r.reviewed_reports)) as l (layer, reports)
                where r.region_code = ? and r.period >= ? and r.period < ?
                union all
                select r.period, r.type, l.layer, q.code, l.sums[q.slot], l.counts[q.slot]
                from rollup r
                cross join lateral (values ('live', r.live, r.live_of), ('reviewed', r.reviewed, r.reviewed_of)) as l (layer, sums, counts)
                cross join quantity q
                where r.region_code = ? and r.period >= ? and r.period < ?
                union all
                select r.period, r.type, l.layer, l.quantity, l.sum, l.reports
                from rollup r cross join lateral (values
                    ('live', 'headcount', r.headcount, r.reports), ('live', 'floorArea', r.floor_area, r.reports),
                    ('reviewed', 'headcount', r.reviewed_headcount, r.reviewed_reports),
                    ('reviewed', 'floorArea', r.reviewed_floor_area, r.reviewed_reports)) as l (layer, quantity, sum, reports)
                where r.region_code = ? and r.period >= ? and r.period < ?
            ) as lines where reports > 0
            order by period, type, layer, quantity collate "C" nulls first""";

    private static final String FROM_REPORTS = """
            with below as (
                select r.* from report r join region_ancestor a on a.region_code = r.counts_in_region
                    and a.from_month <= r.period and r.period < a.to_month
                where a.ancestor_code = ? and r.period >= ? and r.period < ? and r.status <> 'WITHDRAWN'
            ), counted as (
                select 'live' as layer, * from below union all select 'reviewed', * from below where status = 'ACCEPTED'
            )
            select period, type, layer, quantity, sum, reports from (
            select period, counts_in_type as type, layer, null as quantity, null::numeric as sum, count(*) as reports
            from counted group by 1, 2, 3
            union all
            select period, counts_in_type, layer, q.key, sum(q.value::numeric), count(*)
            from counted cross join lateral jsonb_each_text(quantities) as q where q.value is not null group by 1, 2, 3, 4
            union all
            select period, counts_in_type, layer, 'headcount', sum(headcount), count(*) from counted group by 1, 2, 3
            union all
            select period, counts_in_type, layer, 'floorArea', sum(floor_area), count(*) from counted group by 1, 2, 3
            ) as lines order by period, type, layer, quantity collate "C" nulls first""";

    @Inject
    DataSource database;

    /** Both digests; while reports are on their way up they differ for a moment. */
    record Digest(String region, String period, String rollup, String reports, boolean agrees) {}

    Digest of(String region, Period period) {
        String rollup = digest(FROM_ROLLUP, region, period, 3);
        String reports = digest(FROM_REPORTS, region, period, 1);
        return new Digest(region, period.asked(), rollup, reports, rollup.equals(reports));
    }

    private String digest(String sql, String region, Period period, int times) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < times; i++) {
                statement.setString(3 * i + 1, region);
                statement.setString(3 * i + 2, period.from());
                statement.setString(3 * i + 3, period.to());
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) sha.update(line(rows).getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (SQLException e) {
            throw new IllegalStateException("sums could not be read", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String line(ResultSet row) throws SQLException {
        BigDecimal sum = row.getBigDecimal(5);
        return String.join(
                "|",
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4) == null ? "reports" : row.getString(4),
                sum == null ? "" : sum.stripTrailingZeros().toPlainString(),
                row.getString(6) + "\n");
    }
}
