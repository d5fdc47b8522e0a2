package org.jielian.supervision.honours;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jielian.contracts.CoefficientsState;

/** A selection of a region and year: its rule, what it was applied with, and where it stands. The candidates are its lines. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Selection {
    UUID id;
    HonourKind kind;
    String region;
    int year;
    String standardCode;
    HonourState state = HonourState.DRAFT;
    long version;
    Rule rule;
    String release;
    CoefficientsState coefficients;
    /** The day overdue tasks were looked for. */
    LocalDate on;

    Instant computedAt;
    String computedBy;
    Instant publishedAt;
    String publishedBy;
    String reason;
    int chosen;
    int ranked;
    int excluded;
}
