package org.jielian.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** A person at the portal without a browser: signs in through Keycloak's form and asks for pages. */
final class Visitor {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    /** Java's own keeps secure cookies back from plain http; browsers do not where the host is localhost. */
    private static final class Cookies extends CookieHandler {
        private final Map<String, String> values = new ConcurrentHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            if (values.isEmpty()) return Map.of();
            List<String> pairs = values.entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .toList();
            return Map.of("Cookie", List.of(String.join("; ", pairs)));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.entrySet().stream()
                    .filter(header -> "set-cookie".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .forEach(this::keep);
        }

        private void keep(String cookie) {
            String pair = cookie.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(pair.indexOf('=') + 1);
            if (value.isEmpty() || cookie.contains("Max-Age=0")) values.remove(name);
            else values.put(name, value);
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .cookieHandler(new Cookies())
            .build();
    private final URI portal;

    private Visitor(URI portal) {
        this.portal = portal;
    }

    static Visitor notSignedIn(LocalSystem system) {
        return new Visitor(system.url(Service.PORTAL));
    }

    /** Signs in with the name as password and stands in front of the own portal. */
    static Visitor signedIn(LocalSystem system, String person) {
        Visitor visitor = notSignedIn(system);
        Matcher form = FORM.matcher(visitor.get("/").text());
        if (!form.find()) throw new IllegalStateException("Keycloak shows no form to sign in");
        String name = URLEncoder.encode(person, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + name + "&credentialId="))
                .build();
        Answer home = visitor.send(request);
        if (home.status() != 200) throw new IllegalStateException(person + " could not sign in: " + home);
        return visitor;
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(portal + path))
                .header("Accept", "text/html, */*;q=0.5")
                .build());
    }

    Answer post(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(portal + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** Where one ends who is not signed in. */
    String whereaboutsOf(String path) {
        return answer(HttpRequest.newBuilder(URI.create(portal + path)).build())
                .uri()
                .toString();
    }

    /** The lines of an event stream as they come, until it is closed. */
    Listener listen(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal + path))
                .header("Accept", "text/event-stream")
                .build();
        try {
            return new Listener(client.send(request, BodyHandlers.ofLines()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what a stream says. */
    static final class Listener implements AutoCloseable {
        private final HttpResponse<Stream<String>> response;
        private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

        Listener(HttpResponse<Stream<String>> response) {
            this.response = response;
            Thread reader = new Thread(this::read, "listener");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            try {
                response.body().filter(line -> line.startsWith("data:")).forEach(heard::add);
            } catch (UncheckedIOException closed) {
                // closing the stream is how it is left
                return;
            }
        }

        int status() {
            return response.statusCode();
        }

        List<String> heard() {
            return List.copyOf(heard);
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    private Answer send(HttpRequest request) {
        HttpResponse<byte[]> response = answer(request);
        return new Answer(
                request.method() + " " + request.uri(), response.statusCode(), response.headers(), response.body());
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for " + request.uri(), e);
        }
    }
}
