package org.jielian.portal.notices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jielian.portal.clients.MetricsNotices;
import org.jielian.portal.clients.NoticeCalls;
import org.jielian.portal.clients.SupervisionNotices;
import org.jielian.portal.clients.UpstreamProblem;

/** The inboxes of all services, asked at the same time; one that is away is left out. */
@ApplicationScoped
class Inboxes {
    private static final Logger LOG = Logger.getLogger(Inboxes.class);
    private static final long PATIENCE_SECONDS = 3;

    @RestClient
    MetricsNotices metrics;

    @RestClient
    SupervisionNotices supervision;

    @Inject
    ManagedExecutor executor;

    Map<String, NoticeCalls> all() {
        Map<String, NoticeCalls> all = new LinkedHashMap<>();
        all.put("metrics", metrics);
        all.put("supervision", supervision);
        return all;
    }

    Optional<NoticeCalls> of(String service) {
        return Optional.ofNullable(all().get(service));
    }

    /** How many notices are unread, as far as services answered; empty when none did. */
    OptionalLong unread() {
        var counts = answers((service, inbox) -> inbox.unreadNotices());
        return counts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(counts.values().stream()
                        .mapToLong(NoticeCalls.Count::unread)
                        .sum());
    }

    /** What each service answered; those that did not are absent. */
    <T> Map<String, T> answers(BiFunction<String, NoticeCalls, T> question) {
        Map<String, CompletableFuture<T>> asked = new LinkedHashMap<>();
        all().forEach((service, inbox) -> asked.put(
                service,
                executor.supplyAsync(() -> question.apply(service, inbox))
                        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        Map<String, T> answers = new LinkedHashMap<>();
        asked.forEach((service, answer) -> answered(service, answer).ifPresent(a -> answers.put(service, a)));
        return answers;
    }

    private static <T> Optional<T> answered(String service, CompletableFuture<T> answer) {
        try {
            return Optional.of(answer.join());
        } catch (CompletionException e) {
            boolean away = e.getCause() instanceof ProcessingException
                    || e.getCause() instanceof UpstreamProblem
                    || e.getCause() instanceof TimeoutException;
            if (!away) throw e;
            LOG.warnf("a service gave no notices service=%s cause=%s", service, e.getCause());
            return Optional.empty();
        }
    }
}
