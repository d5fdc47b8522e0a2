package org.jielian.supervision.evidence;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of evidence. */
@StaticInitSafe
@ConfigMapping(prefix = "evidence")
interface EvidenceConfig {
    /** Largest file taken, in bytes. */
    @WithDefault("20971520") // 20 MB: a scanned report of some dozen pages
    long maxSize();

    /** Most files one node may add within 24 hours, so that nobody fills the disk of all. */
    @WithDefault("1000")
    int maxPerDay();
}
