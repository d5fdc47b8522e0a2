package org.jielian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests to the parts, as any outside program would make them. */
final class Web {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE_PATIENCE)
            .build();

    /** An answer with its status; the body is absent where it is no JSON. */
    record Answer(int status, HttpResponse<String> response, JsonNode body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        Answer orRefuse(String what) {
            if (!isSuccess()) {
                throw new StartProblem(
                        "%s was answered with %d: %s",
                        what, status, response.body().strip());
            }
            return this;
        }
    }

    private Web() {}

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the address answers with success; nothing listening yet is simply no. */
    static boolean isUp(URI address) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(PROBE_PATIENCE).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static Answer get(URI address, String token) {
        return send(request(address, token).GET().build());
    }

    static Answer post(URI address, String token, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                request(address, token).header("Content-Type", contentType).POST(body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** An access token for a person of the local realm, by the client that grants them for a password. */
    static String token(URI realm, String name, String password) {
        String form = Map.of(
                        "grant_type", "password", "client_id", "jielian-cli", "username", name, "password", password)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return send(request)
                .orRefuse("Signing in as " + name)
                .body()
                .path("access_token")
                .asText();
    }

    private static HttpRequest.Builder request(URI address, String token) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response, json(response.body()));
        } catch (IOException e) {
            throw new StartProblem(e, "%s did not answer: %s.", request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem(e, "Stopped while waiting for %s.", request.uri());
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
