package org.jielian.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rectification notice (整改通知书) with its numbered problems as they stand now, on {@value #TOPIC}, keyed by {@link #key()}; a newer
 * version replaces the older one entirely.
 *
 * @param id of the notice
 * @param version grows with every step of any problem
 * @param number as printed on the notice
 * @param inspection the inspection it follows from
 * @param unitCode the unit that has to answer
 * @param issuer code of the region that served it and verifies
 * @param servedOn when
 * @param problems by their numbers, from 1
 * @param closedAt when the last problem was verified; {@code null} before
 */
public record RectificationState(
        UUID id,
        long version,
        String number,
        UUID inspection,
        String unitCode,
        String issuer,
        LocalDate servedOn,
        List<Problem> problems,
        Instant closedAt) {
    public static final String TOPIC = "supervision.rectification.v1";

    /**
     * One problem.
     *
     * @param no its number on the notice
     * @param item code of the item it was found at; {@code null} for a problem beside the checklist
     * @param clause what it offends against
     * @param term {@code SHORT} for a matter of management, {@code LONG} for a retrofit
     * @param deadline last day for the answer
     * @param status {@code OPEN}, {@code ANSWERED}, {@code RETURNED}, {@code EXTENSION_ASKED} or {@code VERIFIED}
     * @param answeredAt when it was last answered; {@code null} before
     * @param answeredBy who did
     * @param verifiedAt when it was verified; {@code null} before
     * @param verifiedBy who did; never who answered
     */
    public record Problem(
            int no,
            String item,
            String clause,
            String term,
            LocalDate deadline,
            String status,
            Instant answeredAt,
            String answeredBy,
            Instant verifiedAt,
            String verifiedBy) {}

    /** The fact's key: the id. */
    public String key() {
        return id.toString();
    }
}
