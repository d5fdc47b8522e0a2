package org.jielian.metrics.rollups;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Lets everything through unchanged and sees to it that it is committed soon. */
final class Hurrying<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private Haste haste;

    @Override
    public void init(FixedKeyProcessorContext<String, V> context) {
        super.init(context);
        haste = new Haste(context);
    }

    @Override
    public void process(FixedKeyRecord<String, V> change) {
        haste.changed();
        context().forward(change);
    }
}
