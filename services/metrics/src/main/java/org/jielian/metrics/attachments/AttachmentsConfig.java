package org.jielian.metrics.attachments;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of bills and photographs. */
@StaticInitSafe
@ConfigMapping(prefix = "attachments")
interface AttachmentsConfig {
    /** Largest file taken, in bytes. */
    @WithDefault("10485760") // 10 MB: a telephone's photograph is 3 to 6
    long maxSize();

    /** Most files one unit may attach to one month. */
    @WithDefault("60")
    int maxPerMonth();
}
