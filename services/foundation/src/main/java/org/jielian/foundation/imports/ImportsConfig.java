package org.jielian.foundation.imports;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Limits of imported files. */
@StaticInitSafe
@ConfigMapping(prefix = "imports")
public interface ImportsConfig {
    /** Folder for files while they are imported; an import interrupted by a crash goes on from here. */
    @WithDefault("${java.io.tmpdir}/jielian")
    Path data();

    /** Largest file taken, in bytes. */
    @WithDefault("268435456") // 256 MB: two million reports
    long maxFileSize();

    /** Rows applied in one transaction. */
    @WithDefault("1000")
    int chunk();

    /** Defects kept with an import; their number is counted beyond it. */
    @WithDefault("2000")
    int errorsKept();

    /** Files worked on at the same time; the others wait. */
    @WithDefault("2")
    int parallel();
}
