package org.jielian.metrics.rollups;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes those who wait for a figure to become as fresh as they need it. */
@Singleton
class RollupNews {
    /** Another instance may have learnt what is waited for, and tells nobody here. */
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(250);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition learnt = lock.newCondition();
    private long announced;

    void announce() {
        lock.lock();
        try {
            announced++;
            learnt.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is so, but no longer than {@code limit}; nobody is told which of the two it was. */
    void await(BooleanSupplier itIsSo, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            long seen = announced();
            if (itIsSo.getAsBoolean()) return;
            long left = end - System.nanoTime();
            if (left <= 0 || !awaitNext(seen, Math.min(left, LOOK_ANYWAY.toNanos()))) return;
        }
    }

    private long announced() {
        lock.lock();
        try {
            return announced;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitNext(long seen, long nanos) {
        lock.lock();
        try {
            if (announced == seen) learnt.await(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
