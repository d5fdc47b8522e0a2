package org.jielian.metrics.rollups;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jboss.logging.Logger;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RollupState;

/** The regions and cells of one partition, and what each of those cells has said to its parent's. */
final class Lineage {
    static final String REGIONS = "regions";
    static final String CELLS = "cells";
    static final String WORDS = "cell-words";
    private static final Logger LOG = Logger.getLogger(Lineage.class);

    private final KeyValueStore<String, RegionState> regions;
    private final TimestampedKeyValueStore<String, RollupState> cells;
    private final LastWords words;

    Lineage(ProcessorContext<String, Contribution> context) {
        regions = context.getStateStore(REGIONS);
        cells = context.getStateStore(CELLS);
        words = new LastWords(WORDS, context);
    }

    /** What is known of a region; {@code null} before its fact arrives, until then its cells stay with it. */
    RegionState region(String code) {
        return regions.get(code);
    }

    void remember(RegionState region) {
        regions.put(region.regionCode(), region);
    }

    /** The present totals of a region, those included that this interval has not yet told anybody. */
    Totals cellsOf(String regionCode) {
        return new Totals(cells.prefixScan(regionCode + "/", new StringSerializer()));
    }

    /** Makes {@code total} the word that the cell has said to the parent it has by {@code region}. */
    void contribute(String key, RollupState total, RegionState region, Record<?, ?> cause) {
        Cell cell = Cell.parse(key);
        Cell into = region == null
                ? null
                : region.parentIn(cell.period()).map(cell::under).orElse(null);
        if (into != null && Hops.passed(cause.headers()) >= Hops.LIMIT) {
            // The word before stands. What is held back goes up with the cell's next change, as when the circle is
            // opened.
            LOG.errorf("total not passed on, its regions stand in a circle cell=%s parent=%s", key, into.regionCode());
            return;
        }
        words.say(key, words.of(key), Word.of(total, into), cause);
    }

    /** Cells with their totals; to be closed. */
    record Totals(KeyValueIterator<String, ValueAndTimestamp<RollupState>> found) implements AutoCloseable {
        boolean hasNext() {
            return found.hasNext();
        }

        KeyValue<String, RollupState> next() {
            var next = found.next();
            return KeyValue.pair(next.key, next.value.value());
        }

        @Override
        public void close() {
            found.close();
        }
    }
}
