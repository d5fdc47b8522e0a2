package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** The running system as an outside program sees it, signed in as the operator. */
final class Chain {
    static final String PROVINCE = "330000";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalSystem system;
    private final Path root;
    private String token;
    private Instant tokenUntil = Instant.MIN;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Chain(LocalSystem system, Path root) {
        this.system = system;
        this.root = root;
    }

    private synchronized String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            token = system.token("operator", "operator");
            tokenUntil = Instant.now().plus(TOKEN_LIFE);
        }
        return token;
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create(system.url(service) + path))
                .header("Authorization", "Bearer " + token());
    }

    JsonNode get(Service service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET().build());
    }

    JsonNode post(Service service, String path, BodyPublisher body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", "text/csv")
                .POST(body)
                .build());
    }

    /** What metrics says of itself, in the text format of Prometheus. */
    String selfReport() throws IOException, InterruptedException {
        return client.send(request(Service.METRICS, "/q/metrics").GET().build(), BodyHandlers.ofString())
                .body();
    }

    JsonNode postJson(Service service, String path, String body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Hands a month in with one figure for electricity. */
    JsonNode report(String unit, String period, String electricity) throws IOException, InterruptedException {
        String body = """
                {"quantities": {"electricityKwh": %s, "waterM3": 216.92, "naturalGasM3": 12.5, "gasolineL": 203.14, "dieselL": 0,
                 "heatGj": 0, "coalKg": 0, "wasteSortedKg": 523.72}, "headcount": 111, "floorArea": 4134.45}""".formatted(electricity);
        return send(request(Service.METRICS, "/api/reports/" + unit + "/" + period)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    /** A call in the name of a region's person. */
    JsonNode getAs(String region, String path) throws IOException, InterruptedException {
        return send(requestAs(region, path).GET().build());
    }

    /** Accepts reports in the name of the region that administers them. */
    JsonNode acceptAs(String region, String body) throws IOException, InterruptedException {
        return send(requestAs(region, "/api/reviews/" + region + "/acceptances")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder requestAs(String region, String path) {
        String theirs = tokens.computeIfAbsent(region, name -> system.token(name, name));
        return HttpRequest.newBuilder(URI.create(system.url(Service.METRICS) + path))
                .header("Authorization", "Bearer " + theirs);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    request.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    BodyPublisher regions() throws IOException {
        return BodyPublishers.ofFile(root.resolve("deploy/local/sample/regions.csv"));
    }

    /** Lines of the register of 50,000 units, as a file of their own. */
    BodyPublisher units(int from, int to) throws IOException {
        try (var lines = unitLines()) {
            List<String> all = lines.lines().toList();
            List<String> file = new ArrayList<>(all.subList(from + 1, to + 1));
            file.add(0, all.get(0));
            return BodyPublishers.ofString(String.join("\n", file) + "\n");
        }
    }

    private BufferedReader unitLines() {
        return new BufferedReader(new InputStreamReader(unpack("units-50000.csv.gz"), StandardCharsets.UTF_8));
    }

    /** The bench's reports as those of that year. */
    BodyPublisher reportsOf(String year) throws IOException {
        Path file = root.resolve("deploy/bench/target/reports-" + year + ".csv");
        try (var lines = new BufferedReader(
                        new InputStreamReader(unpack("reports-2025.csv.gz"), StandardCharsets.UTF_8));
                var out = Files.newBufferedWriter(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line.replace(",2025-", "," + year + "-"));
                out.write('\n');
            }
        }
        return BodyPublishers.ofFile(file);
    }

    /** So many rows of the bench's reports as those of that year, the header first. */
    List<String> rowsOf(String year, int most) throws IOException {
        try (var lines =
                new BufferedReader(new InputStreamReader(unpack("reports-2025.csv.gz"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(most + 1L)
                    .map(line -> line.replace(",2025-", "," + year + "-"))
                    .toList();
        }
    }

    /** Reports of the units of these lines, each with the figures of one of the units there are reports of. */
    BodyPublisher reportsLike(int from, int to) throws IOException {
        Path file = root.resolve("deploy/bench/target/reports-more.csv");
        List<String> rows;
        try (var lines =
                new BufferedReader(new InputStreamReader(unpack("reports-2025.csv.gz"), StandardCharsets.UTF_8))) {
            rows = lines.lines().toList();
        }
        try (var units = unitLines();
                var out = Files.newBufferedWriter(file)) {
            List<String> codes = units.lines()
                    .skip(from + 1L)
                    .limit((long) to - from)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
            out.write(rows.get(0) + "\n");
            for (int i = 0; i < codes.size(); i++) {
                int first = 1 + i % Importing.UNITS * 12;
                for (String row : rows.subList(first, first + 12)) {
                    out.write(codes.get(i) + row.substring(row.indexOf(',')) + "\n");
                }
            }
        }
        return BodyPublishers.ofFile(file);
    }

    private InputStream unpack(String name) {
        try {
            return new GZIPInputStream(Files.newInputStream(root.resolve("deploy/bench/data/" + name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Codes of the counties, the one with most units first. */
    List<String> counties() throws IOException {
        return unitsByRegion().entrySet().stream()
                .filter(region -> !region.getKey().endsWith("00"))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many units hang on each region directly, the counties, cities and the province, by its code. */
    Map<String, Long> unitsByRegion() throws IOException {
        try (var lines = unitLines()) {
            return lines.lines()
                    .skip(1)
                    .limit(Importing.UNITS)
                    .map(line -> line.split(",")[3])
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        }
    }

    /** Codes of units that hang on a county, in the order of the file. */
    List<String> unitsOfCounties(int most) throws IOException {
        List<String> codes = new ArrayList<>();
        try (var lines = unitLines()) {
            lines.readLine();
            for (String line = lines.readLine(); line != null && codes.size() < most; line = lines.readLine()) {
                String[] cells = line.split(",");
                if (!cells[3].endsWith("00")) codes.add(cells[0]);
            }
        }
        return codes;
    }

    /** Asks again and again until the answer fits. */
    JsonNode await(String path, java.util.function.Predicate<JsonNode> fits) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(5));
        while (Instant.now().isBefore(deadline)) {
            JsonNode answer = get(Service.METRICS, path);
            if (fits.test(answer)) return answer;
            Thread.sleep(5);
        }
        throw new IllegalStateException(path + " did not come to the expected state");
    }
}
