package org.jielian.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the services: answers by pattern of the address, and refuses what is outside the token's node as they do. */
public class Upstream implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Pattern, Function<Call, Answer>> ANSWERS = new LinkedHashMap<>();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static final Meeting EVERYBODY = new Meeting(call -> false, new CountDownLatch(0));
    private static volatile Meeting meeting = EVERYBODY;

    private HttpServer server;

    /** What was asked. */
    public record Call(
            String method,
            String path,
            String query,
            String token,
            String language,
            String ifMatch,
            String body,
            List<String> parts) {
        /** The node in the token. */
        public String node() {
            try {
                byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
                JsonNode node = JSON.readTree(payload).get("node");
                return node == null ? "" : node.asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is answered. */
    public record Answer(int status, String body) {
        public static Answer ok(String body) {
            return new Answer(200, body);
        }

        public static Answer problem(int status, String detail) {
            return new Answer(
                    status, "{\"title\":\"refused\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
        }
    }

    /** From now on addresses of that form get this answer; the latest rule wins. */
    static void answer(String method, String path, Function<Call, Answer> answer) {
        synchronized (ANSWERS) {
            ANSWERS.put(Pattern.compile(method + " " + path), answer);
        }
    }

    /** From now on calls of that kind are answered only once as many of them have come; a page that asks one by one fails. */
    static void meet(int calls, Predicate<Call> kind) {
        meeting = new Meeting(kind, new CountDownLatch(calls));
    }

    private record Meeting(Predicate<Call> kind, CountDownLatch missing) {
        boolean complete(Call call) {
            if (!kind.test(call)) return true;
            missing.countDown();
            try {
                return missing.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    static void forget() {
        meeting = EVERYBODY;
        synchronized (ANSWERS) {
            ANSWERS.clear();
        }
        CALLS.clear();
    }

    static List<Call> calls() {
        return List.copyOf(CALLS);
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                "quarkus.rest-client.units.url",
                url,
                "quarkus.rest-client.metrics.url",
                url,
                "quarkus.rest-client.supervision.url",
                url + "/supervision");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        Answer answer = null;
        Map<Pattern, Function<Call, Answer>> rules;
        synchronized (ANSWERS) {
            rules = new LinkedHashMap<>(ANSWERS);
        }
        for (var rule : rules.entrySet()) {
            Matcher matcher = rule.getKey().matcher(exchange.getRequestMethod() + " " + path);
            if (!matcher.matches()) continue;
            List<String> parts = matcher.groupCount() == 0 ? List.of() : List.of(matcher.group(1));
            var call = new Call(
                    exchange.getRequestMethod(),
                    path,
                    String.valueOf(exchange.getRequestURI().getQuery()),
                    token,
                    exchange.getRequestHeaders().getFirst("Accept-Language"),
                    exchange.getRequestHeaders().getFirst("If-Match"),
                    body,
                    parts);
            CALLS.add(call);
            answer = meeting.complete(call) ? rule.getValue().apply(call) : Answer.problem(503, "asked alone");
        }
        if (answer == null) answer = Answer.problem(404, "no answer for " + path);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
    }
}
