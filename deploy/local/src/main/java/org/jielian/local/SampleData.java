package org.jielian.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.BooleanSupplier;
import org.jielian.local.SampleFiles.Reports;
import org.jielian.local.Web.Answer;

/**
 * Loads the sample data as the operator would, through the interface everyone has. Importing the same file twice
 * changes nothing, so an interrupted load is simply repeated.
 */
final class SampleData {
    private static final String CSV = "text/csv";
    private static final String PART = "sample data";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final long POLL_MILLIS = 250;

    private final SampleFiles files;
    private final Ports ports;
    private final Progress progress;
    /** By the clock of the system, after which nobody can have reported. */
    private final YearMonth last;

    SampleData(SampleFiles files, LocalDate today, Ports ports, Progress progress) {
        this.files = files;
        this.last = YearMonth.from(today).minusMonths(1);
        this.ports = ports;
        this.progress = progress;
    }

    void load() {
        progress.doing(PART, "counting");
        Reports reports = files.countReports(last);
        progress.doing(PART, "regions");
        importFile(Service.UNITS, "regions", files.regionsFile());
        progress.doing(PART, "units");
        importFile(Service.UNITS, "units", files.unitsFile());
        progress.doing(PART, "units on their way to metrics");
        await("metrics to know all units", () -> counted(reports.year(), "expected") == reports.expected());
        if (reports.rows() > 0) importReports(reports);
        progress.doing(PART, "reports on their way to the province");
        await("the province to count all reports", () -> counted(reports.year(), "reported") == reports.rows());
        progress.doing(PART, "the standard");
        var standard = new SampleStandard(ports, files.province().code(), this::token);
        await("supervision to know the province", standard::canBeReleased);
        standard.release();
        progress.ready(PART);
    }

    private void importFile(Service service, String what, Path file) {
        Answer answer = Web.post(address(service, "/api/" + what + "/import"), token(), CSV, ofFile(file))
                .orRefuse("The import of the sample's " + what);
        requireNoneRefused(what, answer);
    }

    private void importReports(Reports reports) {
        Answer started = Web.post(
                        address(Service.METRICS, "/api/reports/import"),
                        token(),
                        CSV,
                        body(),
                        "Prefer",
                        "respond-async")
                .orRefuse("The import of the sample's reports");
        URI job = address(Service.METRICS, "/api/imports/")
                .resolve(started.response()
                        .headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new StartProblem(
                                "The import of the sample's reports was accepted without a Location.")));
        Answer[] last = new Answer[1];
        await("the reports to be imported", () -> {
            last[0] = Web.get(job, token()).orRefuse("The state of the import");
            progress.doing(
                    PART,
                    "reports: %s of %d".formatted(last[0].body().path("rows").asText("0"), reports.rows()));
            return !last[0].body().path("state").asText().equals("RUNNING");
        });
        if (!last[0].body().path("state").asText().equals("DONE")) {
            throw new StartProblem("The import of the sample's reports failed: %s", last[0].body());
        }
        requireNoneRefused("reports", last[0]);
    }

    private BodyPublisher body() {
        return BodyPublishers.ofInputStream(this::openReports);
    }

    private static BodyPublisher ofFile(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot read %s: %s.", file, e);
        }
    }

    private InputStream openReports() {
        try {
            return files.reports(last);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot read the sample's reports: %s.", e);
        }
    }

    private int counted(String year, String which) {
        String path = "/api/rollups/" + files.province().code() + "?period=" + year;
        Answer answer = Web.get(address(Service.METRICS, path), token());
        // Until the province's own fact has arrived there is no such region; everything else is a failure.
        return answer.status() == 404
                ? 0
                : answer.orRefuse("The province's roll-up")
                        .body()
                        .path("units")
                        .path(which)
                        .asInt();
    }

    private static void requireNoneRefused(String what, Answer answer) {
        int refused = answer.body().path("refused").asInt();
        if (refused > 0) {
            throw new StartProblem(
                    "%d rows of the sample's %s were refused, the first because of: %s",
                    refused, what, answer.body().path("errors").path(0));
        }
    }

    private static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new StartProblem("Waited %d minutes in vain for %s.", PATIENCE.toMinutes(), what);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartProblem(e, "Stopped while waiting for %s.", what);
            }
        }
    }

    private URI address(Service service, String path) {
        return Services.url(ports, service).resolve(path);
    }

    /** A new one each time: a load may take longer than a token lives. */
    private String token() {
        return Web.token(Keycloak.realm(ports), "operator", "operator");
    }
}
