package org.jielian.metrics.rollups;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jielian.contracts.RollupState;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.facts.FactReader;

/** Keeps the newest total of every cell, and where its region stands and stood. */
@Singleton
class RollupLearning {
    private static final Logger LOG = Logger.getLogger(RollupLearning.class);
    /**
     * Held together by those who learn totals, alone by the one who learns that regions moved: a total that is learnt meanwhile would be
     * filed under the path its region has just left.
     */
    private static final long PATHS_LOCK = 4_210_310;

    private static final String TOLD = """
            unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[],
                   ?::text[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[], ?::timestamptz[])
            as t (region_code, period, type, version, live, live_of, reports, headcount, floor_area,
                  reviewed, reviewed_of, reviewed_reports, reviewed_headcount, reviewed_floor_area, as_of)""";

    private static final String REPLACE = """
            update rollup r set version = t.version, live = t.live::numeric[], live_of = t.live_of::int[], reports = t.reports,
                headcount = t.headcount, floor_area = t.floor_area, reviewed = t.reviewed::numeric[],
                reviewed_of = t.reviewed_of::int[], reviewed_reports = t.reviewed_reports,
                reviewed_headcount = t.reviewed_headcount, reviewed_floor_area = t.reviewed_floor_area, as_of = t.as_of
            from %s
            where (r.region_code, r.period, r.type) = (t.region_code, t.period, t.type) and r.version < t.version""".formatted(TOLD);

    private static final String ADD = """
            insert into rollup (region_code, period, type, version, path, counted_path, live, live_of, reports, headcount, floor_area,
                reviewed, reviewed_of, reviewed_reports, reviewed_headcount, reviewed_floor_area, as_of)
            select t.region_code, t.period, t.type, t.version, k.path, path_in(t.region_code, t.period),
                t.live::numeric[], t.live_of::int[], t.reports, t.headcount, t.floor_area,
                t.reviewed::numeric[], t.reviewed_of::int[], t.reviewed_reports, t.reviewed_headcount, t.reviewed_floor_area, t.as_of
            from %s left join known_region k on k.code = t.region_code
            where not exists (select from rollup r
                where (r.region_code, r.period, r.type) = (t.region_code, t.period, t.type))
            on conflict (region_code, period, type) do nothing""".formatted(TOLD);

    @Inject
    FactReader facts;

    @Inject
    Slots slots;

    @Inject
    DataSource database;

    @Transactional
    void learn(ConsumerRecords<String, String> records) {
        List<RollupState> totals = facts.newest(records, RollupState.class);
        if (totals.isEmpty()) return;
        try (Connection connection = database.getConnection()) {
            lock(connection, "pg_advisory_xact_lock_shared");
            // first the totals that are there, which is nearly all: the paths of a new one take some looking up
            store(connection, REPLACE, totals);
            store(connection, ADD, totals);
        } catch (SQLException e) {
            throw new IllegalStateException("totals could not be kept", e);
        }
    }

    /** What a region counted as and under stays readable for both tiers when it moves. */
    void follow(@Observes DirectoryChanged news) {
        if (news.regions().isEmpty()) return;
        try (Connection connection = database.getConnection()) {
            lock(connection, "pg_advisory_xact_lock");
            try (PreparedStatement update = connection.prepareStatement("""
                    update rollup r set path = k.path, counted_path = path_in(r.region_code, r.period)
                    from known_region k where k.code = r.region_code and r.region_code = any (?)""")) {
                update.setArray(
                        1, connection.createArrayOf("text", news.regions().toArray()));
                int moved = update.executeUpdate();
                if (moved > 0)
                    LOG.infof(
                            "totals filed anew regions=%d totals=%d",
                            news.regions().size(), moved);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("totals could not follow their regions", e);
        }
    }

    private static void lock(Connection connection, String function) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select " + function + "(?)")) {
            lock.setLong(1, PATHS_LOCK);
            lock.execute();
        }
    }

    private void store(Connection connection, String sql, List<RollupState> totals) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            var columns = new Columns(connection, statement, totals);
            columns.add("text", RollupState::regionCode);
            columns.add("text", t -> t.period().toString());
            columns.add("text", t -> t.type().name());
            columns.add("bigint", RollupState::version);
            for (Function<RollupState, RollupState.Sums> layer :
                    List.<Function<RollupState, RollupState.Sums>>of(RollupState::live, RollupState::reviewed)) {
                columns.add("text", t -> slots.array(layer.apply(t).quantities()));
                columns.add("text", t -> slots.array(layer.apply(t).reportedOf()));
                columns.add("bigint", t -> layer.apply(t).reports());
                columns.add("numeric", t -> layer.apply(t).headcount());
                columns.add("numeric", t -> layer.apply(t).floorArea());
            }
            columns.add("timestamptz", t -> t.asOf().toString());
            statement.executeUpdate();
        }
    }

    /** One array parameter for each column: a batch is one statement however many rows it has. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private final List<RollupState> rows;
        private int next = 1;

        Columns(Connection connection, PreparedStatement statement, List<RollupState> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void add(String type, Function<RollupState, Object> value) throws SQLException {
            statement.setArray(
                    next++,
                    connection.createArrayOf(type, rows.stream().map(value).toArray()));
        }
    }
}
