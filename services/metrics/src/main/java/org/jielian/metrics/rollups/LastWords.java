package org.jielian.metrics.rollups;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each contributor's last word and passes on the difference a new one makes. The one hop of which the whole chain is made. */
final class LastWords {
    private final KeyValueStore<String, Word> words;
    private final ProcessorContext<String, Contribution> context;

    LastWords(String store, ProcessorContext<String, Contribution> context) {
        this.words = context.getStateStore(store);
        this.context = context;
    }

    /** The contributor's last word, {@link Word#SILENCE} at first. */
    Word of(String contributor) {
        Word word = words.get(contributor);
        return word == null ? Word.SILENCE : word;
    }

    /** Replaces the contributor's last word; what {@code cause} has brought along (trace, hops) travels on with the change. */
    void say(String contributor, Word before, Word now, Record<?, ?> cause) {
        words.put(contributor, now);
        for (Word.Change change : now.since(before)) {
            context.forward(
                    new Record<>(change.cell(), change.difference(), cause.timestamp(), Hops.next(cause.headers())));
        }
    }
}
