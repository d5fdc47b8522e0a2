package org.jielian.supervision.cascade;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Whom this installation acts for. */
@ConfigMapping(prefix = "cascade")
public interface CascadeConfig {
    /**
     * Codes of the regions whose releases are received and answered here; all regions by default. Tiers that run apart name their own
     * regions, each with a database and consumer groups of its own, and learn of the rest from the topics.
     */
    Optional<Set<String>> regions();

    /** How often it is looked whether a day has come on which silence inherits or a release comes into force. */
    @WithDefault("30s")
    Duration lookAtTheClock();
}
