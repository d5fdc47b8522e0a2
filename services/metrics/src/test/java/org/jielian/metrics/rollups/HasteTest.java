package org.jielian.metrics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class HasteTest {
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final Haste haste = new Haste(context);

    @Test
    void commitsASingleChangeAtOnce() {
        context.setCurrentSystemTimeMs(1000);
        haste.changed();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void leavesAFloodToTheInterval() {
        context.setCurrentSystemTimeMs(1000);
        for (int i = 0; i < Haste.AT_ONCE; i++) haste.changed();
        context.resetCommit();
        haste.changed();
        assertThat(context.committed()).isFalse();
    }

    @Test
    void knowsThatAFloodGoesOn() {
        context.setCurrentSystemTimeMs(1000);
        for (int i = 0; i < 100; i++) haste.changed();
        context.resetCommit();
        context.setCurrentSystemTimeMs(1000 + Haste.WINDOW_MILLIS);
        haste.changed();
        assertThat(context.committed()).isFalse();
    }

    @Test
    void commitsAtOnceAgainWhenTheFloodIsOver() {
        context.setCurrentSystemTimeMs(1000);
        for (int i = 0; i < 100; i++) haste.changed();
        context.resetCommit();
        context.setCurrentSystemTimeMs(1000 + 2 * Haste.WINDOW_MILLIS);
        haste.changed();
        assertThat(context.committed()).isTrue();
    }
}
