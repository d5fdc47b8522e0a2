package org.jielian.metrics.rollups;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RollupState;

/**
 * A region that changes its parents takes its totals from the old ones to the new ones, month by month as the parents are dated. Regions
 * and cells of one code share a partition, hence one thread sees them one after the other and no total can slip between two parents.
 */
final class RegionProcessor implements Processor<String, RegionState, String, Contribution> {
    private Lineage lineage;

    @Override
    public void init(ProcessorContext<String, Contribution> context) {
        lineage = new Lineage(context);
    }

    @Override
    public void process(Record<String, RegionState> fact) {
        RegionState before = lineage.region(fact.key());
        RegionState now = fact.value();
        if (before != null && before.version() >= now.version()) return;
        lineage.remember(now);
        if (before != null && before.parents().equals(now.parents())) return;
        try (var cells = lineage.cellsOf(now.regionCode())) {
            while (cells.hasNext()) {
                KeyValue<String, RollupState> cell = cells.next();
                lineage.contribute(cell.key, cell.value, now, fact);
            }
        }
    }
}
