package org.jielian.portal.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.UnitsClient;

/** Hands uploaded files on to the service that takes them; nothing of them stays here. */
@ApplicationScoped
class Importing {
    private static final String ASYNC = "respond-async";
    private static final String ANY = "application/octet-stream";

    @RestClient
    UnitsClient units;

    @RestClient
    MetricsClient metrics;

    /** Returns as soon as the service has the whole file; the rows are watched by {@link #watch}. */
    ImportJob start(ImportKind kind, FileUpload file, boolean dryRun) {
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            // The service looks into the file instead of trusting what the browser calls it.
            return switch (kind) {
                case REPORTS -> metrics.importReports(dryRun, ANY, ASYNC, content);
                case UNITS -> units.importUnits(dryRun, ANY, ASYNC, content);
                case REGIONS -> units.importRegions(dryRun, ANY, ASYNC, content);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the upload can't be read", e);
        }
    }

    ImportJob watch(ImportKind kind, String id) {
        return kind == ImportKind.REPORTS ? metrics.importJob(id) : units.importJob(id);
    }
}
