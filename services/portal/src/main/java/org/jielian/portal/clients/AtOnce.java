package org.jielian.portal.clients;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Asks the services for several things at the same time, each in the name and the language of the signed-in person, so that a page takes
 * about as long as its slowest call and not as long as all of them.
 */
@ApplicationScoped
public class AtOnce {
    /** As many calls as connections; above that the page itself asks, one call after the other, and nobody waits for a thread. */
    private static final int MOST = 64;

    @Inject
    ThreadContext context;

    private final ExecutorService askers = new ThreadPoolExecutor(
            0, MOST, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), new ThreadPoolExecutor.CallerRunsPolicy());

    /**
     * Begins to ask.
     *
     * @return gives the answer as soon as it is there, or throws what the call threw
     */
    public <T> Supplier<T> ask(Supplier<T> call) {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(context.contextualSupplier(call), askers);
        return () -> take(answer);
    }

    private static <T> T take(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException asThrown) throw asThrown;
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        askers.shutdown();
    }
}
