package org.jielian.foundation.imports;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Limits of imported files. */
@StaticInitSafe
@ConfigMapping(prefix = "imports")
public interface ImportsConfig {
    /** Folder for imported files; an import interrupted by a crash goes on from here. */
    @WithDefault("${java.io.tmpdir}/jielian")
    Path data();

    /** Largest file taken, in bytes. */
    @WithDefault("268435456") // 256 MB: two million reports
    long maxFileSize();

    /** Rows applied in one transaction. */
    @WithDefault("1000")
    int chunk();

    /** Findings answered with an import; all of them are in the marked workbook. */
    @WithDefault("2000")
    int findingsShown();

    /** Rows of each kind (added, changed, unchanged, refused) that can be looked at. */
    @WithDefault("500")
    int rowsShown();

    /** Files worked on at the same time; the others wait. */
    @WithDefault("2")
    int parallel();

    /** How long a preview waits to be applied; then it is forgotten with its file. */
    @WithDefault("P1D")
    Duration previewsKept();

    /** How long the file of an import can be downloaded, as it was sent and with its cells marked. */
    @WithDefault("P90D")
    Duration filesKept();
}
