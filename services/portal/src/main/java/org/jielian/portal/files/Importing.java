package org.jielian.portal.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.ImportsClient;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.MetricsImports;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.clients.UnitsImports;
import org.jielian.portal.clients.UpstreamProblem;

/** Hands uploaded files on to the service that takes them; nothing of them stays here. */
@ApplicationScoped
class Importing {
    private static final String ASYNC = "respond-async";
    private static final String ANY = "application/octet-stream";

    @RestClient
    UnitsClient units;

    @RestClient
    MetricsClient metrics;

    @RestClient
    UnitsImports unitsImports;

    @RestClient
    MetricsImports metricsImports;

    /** Has a file looked through: returns as soon as the service has it; the rows are watched by {@link #watch}. */
    ImportJob look(ImportKind kind, FileUpload file) {
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            // The service looks into the file instead of trusting what the browser calls it.
            String name = file.fileName();
            return switch (kind) {
                case REPORTS -> metrics.importReports(true, name, ANY, ASYNC, content);
                case UNITS -> units.importUnits(true, name, ANY, ASYNC, content);
                case REGIONS -> units.importRegions(true, name, ANY, ASYNC, content);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the upload can't be read", e);
        }
    }

    /** Takes the file that was looked through. Asked twice, by an impatient click, it is taken once. */
    ImportJob apply(ImportKind kind, String id) {
        return of(kind).applyImport(id, "apply-" + id);
    }

    ImportJob watch(ImportKind kind, String id) {
        return of(kind).importJob(id);
    }

    Listing<ImportJob.Row> rows(ImportKind kind, String id, String fate, String cursor, int limit) {
        return of(kind).importRows(id, fate, cursor, limit);
    }

    Listing<ImportJob> list(ImportKind kind, String node, String cursor, int limit) {
        return of(kind).imports(node, cursor, limit);
    }

    /** A workbook to fill in for a region or unit. */
    Response template(ImportKind kind, String node, String period) {
        return switch (kind) {
            case REPORTS ->
                Gate.isUnit(node)
                        ? metrics.reportsTemplate(null, node, period)
                        : metrics.reportsTemplate(node, null, period);
            case UNITS -> units.unitsTemplate(node);
            case REGIONS -> throw UpstreamProblem.of(404, "template");
        };
    }

    ImportJob undo(ImportKind kind, String id, String reason) {
        return of(kind).undoImport(id, new Report.Reason(reason));
    }

    Response file(ImportKind kind, String id) {
        return of(kind).importFile(id);
    }

    Response workbook(ImportKind kind, String id) {
        return of(kind).importWorkbook(id);
    }

    private ImportsClient of(ImportKind kind) {
        return kind == ImportKind.REPORTS ? metricsImports : unitsImports;
    }
}
