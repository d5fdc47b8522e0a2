package org.jielian.metrics.rollups;

import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.streams.kstream.Aggregator;
import org.jielian.contracts.RollupState;

/** Adds contributions up to the total of their cell. */
final class CellTotals implements Aggregator<String, Contribution, RollupState> {
    private final Clock clock;

    CellTotals(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RollupState apply(String key, Contribution contribution, RollupState total) {
        RollupState before = total == null ? empty(Cell.parse(key)) : total;
        return new RollupState(
                before.regionCode(),
                before.period(),
                before.type(),
                before.version() + 1,
                Adding.plus(before.live(), contribution.live()),
                Adding.plus(before.reviewed(), contribution.reviewed()),
                Contribution.later(before.asOf(), contribution.asOf()));
    }

    /**
     * A new cell counts its changes from the present millisecond on, not from zero: after the state was lost and is built again, its
     * versions are above all those told before, and readers that keep the newest believe the new ones.
     */
    private RollupState empty(Cell cell) {
        return new RollupState(
                cell.regionCode(),
                cell.period(),
                cell.type(),
                clock.millis(),
                Adding.NOTHING,
                Adding.NOTHING,
                Instant.EPOCH);
    }
}
