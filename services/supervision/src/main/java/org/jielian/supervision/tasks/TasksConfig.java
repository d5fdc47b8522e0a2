package org.jielian.supervision.tasks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tasks are opened and climb. Days are working days. */
@ConfigMapping(prefix = "tasks")
public interface TasksConfig {
    /** How long there is to answer. */
    @WithDefault("10")
    int answerWithin();

    /** How long there is at least to answer again after a return. */
    @WithDefault("5")
    int answerAgainWithin();

    /** More causes of one kind and period than this directly under one region become one task of the region. */
    @WithDefault("20")
    int flood();

    /** How often it is looked whether a day has come. */
    @WithDefault("30s")
    Duration lookAtTheClock();

    /** When a task climbs, counted from its day. */
    Rungs ladder();

    /** Working days after the day, or before it when negative. */
    interface Rungs {
        @WithDefault("-3")
        int reminded();

        @WithDefault("1")
        int yellow();

        @WithDefault("10")
        int red();

        @WithDefault("20")
        int criticised();

        @WithDefault("30")
        int summoned();
    }
}
