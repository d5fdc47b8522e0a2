package org.jielian.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    private static final int AT_ONCE = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration COUNTED = Duration.ofSeconds(3);
    /** About as long as a report told as a fact. */
    private static final String VALUE = "x".repeat(480);

    private final LocalSystem system;

    Limits(LocalSystem system) {
        this.system = system;
    }

    void measure(Results results) throws Exception {
        results.add("all processors: decimals read from text and added", decimals());
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
            results.add("PostgreSQL: one insert a transaction", commits(sql, "one"));
            results.add(
                    "PostgreSQL: one insert a transaction, from " + AT_ONCE + " connections",
                    perSecond(COMMITS * AT_ONCE, timed(this::commitsAtOnce)));
            try (Statement drop = sql.createStatement()) {
                drop.execute("drop table bench_row");
            }
        }
    }

    /** The machines this runs on are not the same from day to day: by this, figures of different days can be compared. */
    private static String decimals() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        var threads = Executors.newFixedThreadPool(processors);
        try {
            long added = 0;
            for (Future<Long> one :
                    threads.invokeAll(Collections.<Callable<Long>>nCopies(processors, Limits::decimalsOfOne))) {
                added += one.get();
            }
            return String.format(Locale.ROOT, "%,d a second", added / COUNTED.toSeconds());
        } finally {
            threads.shutdown();
        }
    }

    private static long decimalsOfOne() {
        addDecimals(WARM_UP);
        return addDecimals(COUNTED);
    }

    private static long addDecimals(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long added = 0;
        BigDecimal sum = BigDecimal.ZERO;
        while (System.nanoTime() < end) {
            sum = sum.add(new BigDecimal("1234." + added % 100)).remainder(BigDecimal.TEN);
            added++;
        }
        if (sum.signum() < 0) throw new IllegalStateException("sums of positive numbers");
        return added;
    }

    private void commitsAtOnce() throws Exception {
        var people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Times>> work = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                String who = "person" + i;
                work.add(() -> {
                    try (Connection sql = system.superuser("metrics")) {
                        return commits(sql, who);
                    }
                });
            }
            for (Future<Times> one : people.invokeAll(work)) one.get();
        } finally {
            people.shutdown();
        }
    }

    private static Times commits(Connection sql, String who) throws Exception {
        Times times = new Times();
        try (PreparedStatement insert = sql.prepareStatement("insert into bench_row values (?, ?, ?)")) {
            for (int i = 0; i < COMMITS; i++) {
                insert.setString(1, "unit" + i);
                insert.setString(2, who);
                insert.setString(3, VALUE);
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
            admin.createTopics(List.of(new NewTopic("bench", 4, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < ROWS; i++) producer.send(new ProducerRecord<>("bench", "unit" + i, VALUE));
            producer.flush();
        }
        try (Admin admin = Admin.create(config)) {
            admin.deleteTopics(List.of("bench")).all().get();
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
