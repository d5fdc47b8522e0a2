package org.jielian.metrics.rollups;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Sums line by line, of every month, type, layer and quantity, with a digest over them: equal digests mean equal sums to the last decimal.
 *
 * @param lines in one order everywhere
 */
public record ReportSums(List<Line> lines, String digest) {
    /**
     * SQL that adds up the reports a {@code with} query called {@code below} has found, none of them withdrawn; to be read by
     * {@link #read}.
     */
    public static final String OF_BELOW = """
            , counted as (
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

    /**
     * One sum.
     *
     * @param quantity code, or {@code headcount} or {@code floorArea}; {@code null} for the number of reports
     * @param sum {@code null} for the number of reports
     * @param reports how many reports carry it
     */
    public record Line(String period, String type, String layer, String quantity, BigDecimal sum, long reports) {
        private String text() {
            return String.join(
                    "|",
                    period,
                    type,
                    layer,
                    quantity == null ? "reports" : quantity,
                    sum == null ? "" : sum.stripTrailingZeros().toPlainString(),
                    reports + "\n");
        }
    }

    public static ReportSums read(ResultSet rows) throws SQLException {
        List<Line> lines = new ArrayList<>();
        MessageDigest sha = sha256();
        while (rows.next()) {
            Line line = new Line(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getBigDecimal(5),
                    rows.getLong(6));
            lines.add(line);
            sha.update(line.text().getBytes(StandardCharsets.UTF_8));
        }
        return new ReportSums(lines, "sha256:" + HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
