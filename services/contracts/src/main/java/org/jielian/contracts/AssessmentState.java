package org.jielian.contracts;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The annual assessment (考核) of a region or unit by the region directly above it, on {@value #TOPIC}, keyed by {@link #key()}; a newer
 * version replaces the older one entirely.
 *
 * @param assessed code of the region or unit
 * @param year the year that is assessed
 * @param version grows with every step
 * @param assessor code of the region that assesses
 * @param standardCode the standard whose targets count
 * @param release key of the release they were taken from
 * @param state such as {@code SENT} or {@code PUBLISHED}; the states are those of the table in supervision
 * @param score 0 to 100; {@code null} when nothing could be assessed
 * @param grade such as {@code FULFILLED}; {@code null} without a score
 * @param vetoed whether the grade follows from a veto and not from the score
 * @param changedAt when it came into this state
 */
public record AssessmentState(
        String assessed,
        int year,
        long version,
        String assessor,
        String standardCode,
        String release,
        String state,
        BigDecimal score,
        String grade,
        boolean vetoed,
        Instant changedAt) {
    public static final String TOPIC = "supervision.assessment.v1";

    /** The fact's key: code of the assessed, slash, year. */
    public String key() {
        return assessed + "/" + year;
    }
}
