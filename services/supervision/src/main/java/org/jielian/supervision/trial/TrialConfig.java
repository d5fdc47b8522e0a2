package org.jielian.supervision.trial;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How drafts are tried. */
@ConfigMapping(prefix = "trial")
public interface TrialConfig {
    /** Trials worked on at the same time; the others wait. */
    @WithDefault("2")
    int parallel();

    /** Units evaluated in one transaction; their reports are in memory at a time. */
    @WithDefault("1000")
    int chunk();
}
