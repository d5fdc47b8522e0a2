package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            )""" + ReportSums.OF_BELOW;

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
            try (ResultSet rows = statement.executeQuery()) {
                return ReportSums.read(rows).digest();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("sums could not be read", e);
        }
    }
}
