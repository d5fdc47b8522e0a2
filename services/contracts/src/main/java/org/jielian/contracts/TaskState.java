package org.jielian.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A supervision task (督办) as it stands now, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the older one entirely.
 *
 * @param id of the task
 * @param version grows with every step
 * @param kind what it was opened for, such as {@code REPORT_MISSING}
 * @param period month or year it is about; {@code null} when it is about none
 * @param target code of the unit or region that has to answer
 * @param issuer code of the region that opened it, or in whose charge it was opened
 * @param holder code of the region in whose charge it is now; it verifies, returns, extends and closes
 * @param status where it stands
 * @param rung how far it has climbed since its day
 * @param due last day for the answer, counted to its end in China
 * @param openedAt when
 * @param openedBy user name; {@code null} when a fact opened it
 * @param causeGoneAt since when its cause is gone; {@code null} while the cause stands, and always for a task opened by a person
 * @param answeredAt when it was last answered; {@code null} before
 * @param answeredBy who did
 * @param closedAt when it ended; {@code null} before
 * @param closedBy who ended it
 */
public record TaskState(
        UUID id,
        long version,
        String kind,
        String period,
        String target,
        String issuer,
        String holder,
        Status status,
        Rung rung,
        LocalDate due,
        Instant openedAt,
        String openedBy,
        Instant causeGoneAt,
        Instant answeredAt,
        String answeredBy,
        Instant closedAt,
        String closedBy) {
    public static final String TOPIC = "supervision.task.v1";

    /** Where a task stands. */
    public enum Status {
        /** To be answered. */
        OPEN,
        /** Answered, to be verified by somebody else. */
        ANSWERED,
        /** The answer was not enough: to be answered again. */
        RETURNED,
        /** More time was asked for. */
        EXTENSION_ASKED,
        /** Verified: ended. */
        VERIFIED,
        /** Its cause was gone: ended. */
        CLOSED,
        /** Taken back by who opened it: ended. */
        WITHDRAWN
    }

    /** How far a task has climbed. */
    public enum Rung {
        NONE,
        /** Reminded before its day. */
        REMINDED,
        /** Its day has passed. */
        YELLOW,
        /** Long overdue: in the charge of the tier above. */
        RED,
        /** Publicly criticised (通报). */
        CRITICISED,
        /** Summoned for a talk (约谈). */
        SUMMONED
    }

    /** The fact's key: the id. */
    public String key() {
        return id.toString();
    }
}
