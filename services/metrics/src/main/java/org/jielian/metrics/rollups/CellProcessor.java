package org.jielian.metrics.rollups;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jielian.contracts.RollupState;

/** A region's total contributes to the cell of its parent in that month. */
final class CellProcessor implements Processor<String, RollupState, String, Contribution> {
    private Lineage lineage;

    @Override
    public void init(ProcessorContext<String, Contribution> context) {
        lineage = new Lineage(context);
    }

    @Override
    public void process(Record<String, RollupState> total) {
        lineage.contribute(total.key(), total.value(), lineage.region(Cell.regionOf(total.key())), total);
    }
}
