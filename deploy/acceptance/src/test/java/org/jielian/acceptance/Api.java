package org.jielian.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** The services' interface as one person uses it, or somebody without a token. */
final class Api {
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final LocalSystem system;
    private final String person;
    private String token;
    private Instant tokenUntil = Instant.MIN;

    private Api(LocalSystem system, String person) {
        this.system = system;
        this.person = person;
    }

    /** In the local realm a person's password is the name. */
    static Api as(LocalSystem system, String person) {
        return new Api(system, person);
    }

    static Api withoutToken(LocalSystem system) {
        return new Api(system, null);
    }

    Answer get(Service service, String path) {
        return send(service, "GET", path, null, BodyPublishers.noBody());
    }

    Answer put(Service service, String path, String json, String... headers) {
        return send(service, "PUT", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    Answer post(Service service, String path, String json, String... headers) {
        return send(service, "POST", path, "application/json", BodyPublishers.ofString(json), headers);
    }

    Answer delete(Service service, String path, String... headers) {
        return send(service, "DELETE", path, null, BodyPublishers.noBody(), headers);
    }

    /** Puts a file in the place of what is there. */
    Answer putFile(Service service, String path, BodyPublisher file, String... headers) {
        return send(service, "PUT", path, "application/octet-stream", file, headers);
    }

    /** Uploads a file as it is. */
    Answer upload(Service service, String path, BodyPublisher file, String... headers) {
        return send(service, "POST", path, "text/csv", file, headers);
    }

    private Answer send(
            Service service, String method, String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(system.url(service) + path))
                .timeout(Duration.ofMinutes(3))
                .header("Accept-Language", "en")
                .method(method, body);
        if (contentType != null) request.header("Content-Type", contentType);
        if (person != null) request.header("Authorization", "Bearer " + token());
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    private synchronized String token() {
        if (Instant.now().isAfter(tokenUntil)) {
            token = system.token(person, person);
            tokenUntil = Instant.now().plus(TOKEN_LIFE);
        }
        return token;
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = CLIENT.send(request, BodyHandlers.ofByteArray());
            String what = request.method() + " " + request.uri();
            return new Answer(what, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + request.uri(), e);
        }
    }
}
