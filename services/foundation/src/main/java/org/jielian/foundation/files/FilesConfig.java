package org.jielian.foundation.files;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where evidence, bills and photographs are kept: in a folder, or in a bucket where one is named. */
@StaticInitSafe
@ConfigMapping(prefix = "files")
interface FilesConfig {
    /** Folder of kept files; part of the data, to be backed up together with the database. */
    @WithDefault("${java.io.tmpdir}/jielian/files")
    Path folder();

    /** Folder for a file while it arrives and is looked at. */
    @WithDefault("${java.io.tmpdir}/jielian/incoming")
    Path incoming();

    S3 s3();

    /** A server that speaks S3. */
    interface S3 {
        /** Files go here and not into the folder once this is set. */
        Optional<String> bucket();

        /** Address of the server; Amazon's own when it is not set. */
        Optional<URI> endpoint();

        @WithDefault("us-east-1")
        String region();

        /** Without one, credentials are looked for where Amazon's tools look for them. */
        Optional<String> accessKey();

        Optional<String> secretKey();

        /** Whether the bucket is named in the path, as servers other than Amazon's expect. */
        @WithDefault("true")
        boolean pathStyle();
    }
}
