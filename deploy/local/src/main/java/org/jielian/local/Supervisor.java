package org.jielian.local;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Starts and ends the parts that are processes, and notices when one ends that should not. */
final class Supervisor {
    private static final Duration GRACE = Duration.ofSeconds(15);
    /** A part that is still starting listens to nothing until it has started, and has nothing to lose. */
    private static final Duration GRACE_WHILE_STARTING = Duration.ofSeconds(2);

    private static final long PROBE_MILLIS = 250;

    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final Set<Child> ready = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<String> firstDeath = new CompletableFuture<>();
    private final Leftovers leftovers;
    private boolean closing;

    Supervisor(Leftovers leftovers) {
        this.leftovers = leftovers;
    }

    /** Starts a part and returns when it is ready. */
    void start(Part part) {
        Child child = launch(part);
        long deadline = System.nanoTime() + part.patience().toNanos();
        try {
            while (!part.probe().isReady()) {
                if (!child.isAlive()) {
                    throw child.endExpected() ? stopped() : new StartProblem("%s", child.obituary());
                }
                if (System.nanoTime() > deadline) {
                    throw new StartProblem(
                            "%s was not ready within %d seconds; its log is %s.",
                            part.name(), part.patience().toSeconds(), part.log());
                }
                Thread.sleep(PROBE_MILLIS);
            }
            ready.add(child);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped();
        }
    }

    private synchronized Child launch(Part part) {
        if (closing) {
            throw stopped();
        }
        Child child = Child.start(part);
        children.put(part.name(), child);
        leftovers.remember(part.name(), child.handle());
        child.onEnd(() -> {
            if (!child.endExpected()) {
                firstDeath.complete(child.obituary());
            }
        });
        return child;
    }

    /** Completed with one sentence when a part ends that should not. */
    CompletableFuture<String> firstDeath() {
        return firstDeath;
    }

    Collection<Child> children() {
        return List.copyOf(children.values());
    }

    void kill(String name) {
        child(name).kill();
    }

    /** Starts a part that was killed again, with the same command. */
    void restart(String name) {
        Child child = child(name);
        if (child.isAlive()) {
            child.stop(GRACE);
        }
        start(child.part());
    }

    /** From now on nothing is started any more. */
    synchronized void refuseStarts() {
        closing = true;
    }

    /** Stops these at the same time and returns when all have ended. */
    void stop(List<String> names) {
        CompletableFuture.allOf(names.stream()
                        .filter(children::containsKey)
                        .map(name -> CompletableFuture.runAsync(() -> {
                            Child child = child(name);
                            child.stop(ready.contains(child) ? GRACE : GRACE_WHILE_STARTING);
                            leftovers.forget(name);
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private Child child(String name) {
        Child child = children.get(name);
        if (child == null) {
            throw new IllegalArgumentException("no part named " + name + " was started");
        }
        return child;
    }

    private static StartProblem stopped() {
        return new StartProblem("Stopped before everything was ready.");
    }
}
