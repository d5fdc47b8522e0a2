package org.jielian.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jielian.local.LocalSystem;

/** The same servers without us in between, for comparison. */
final class Limits {
    private static final int ROWS = 108_000;
    private static final int CHUNK = 1000;
    private static final int COMMITS = 1000;
    /** About as long as a report told as a fact. */
    private static final String VALUE = "x".repeat(480);

    private final LocalSystem system;

    Limits(LocalSystem system) {
        this.system = system;
    }

    void measure(Results results) throws Exception {
        results.add("broker: messages of 480 characters, acks=all", perSecond(ROWS, timed(this::produce)));
        try (Connection sql = system.superuser("metrics")) {
            try (Statement create = sql.createStatement()) {
                create.execute(
                        "create table bench_row (code text, period text, value text, primary key (code, period))");
            }
            sql.setAutoCommit(false);
            results.add(
                    "PostgreSQL: plain insert, 1,000 rows a transaction", perSecond(ROWS, timed(() -> insert(sql))));
            sql.setAutoCommit(true);
            results.add("PostgreSQL: one insert a transaction", commits(sql));
            try (Statement drop = sql.createStatement()) {
                drop.execute("drop table bench_row");
            }
        }
    }

    private static Times commits(Connection sql) throws Exception {
        Times times = new Times();
        try (PreparedStatement insert = sql.prepareStatement("insert into bench_row values (?, 'one', ?)")) {
            for (int i = 0; i < COMMITS; i++) {
                insert.setString(1, "unit" + i);
                insert.setString(2, VALUE);
                times.time(insert::executeUpdate);
            }
        }
        return times;
    }

    private void insert(Connection sql) throws SQLException {
        try (PreparedStatement insert = sql.prepareStatement("insert into bench_row values (?, ?, ?)")) {
            for (int i = 1; i <= ROWS; i++) {
                insert.setString(1, "unit" + i / 12);
                insert.setString(2, "2025-" + i % 12);
                insert.setString(3, VALUE);
                insert.addBatch();
                if (i % CHUNK == 0) {
                    insert.executeBatch();
                    sql.commit();
                }
            }
        }
    }

    private void produce() throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", system.kafka(), "acks", "all");
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(java.util.List.of(new NewTopic("bench", 4, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < ROWS; i++) producer.send(new ProducerRecord<>("bench", "unit" + i, VALUE));
            producer.flush();
        }
        try (Admin admin = Admin.create(config)) {
            admin.deleteTopics(java.util.List.of("bench")).all().get();
        }
    }

    private static long timed(Times.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    static String perSecond(long rows, long nanos) {
        return String.format(
                Locale.ROOT, "%,d a second (%,d in %.1f s)", rows * 1_000_000_000L / nanos, rows, nanos / 1e9);
    }
}
