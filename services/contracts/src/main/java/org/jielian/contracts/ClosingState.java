package org.jielian.contracts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * How a region's month stands that was ever closed, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the older one
 * entirely. A closing freezes the figures as they were; what changes in the reports afterwards flows on into the roll-up.
 *
 * @param regionCode the region that closed its month
 * @param period the month
 * @param version grows with every closing and every reopening
 * @param status whether the closing holds
 * @param number how often the region has closed that month
 * @param closedAt when
 * @param closedBy name of the person
 * @param note what was said with it; {@code null} for nothing
 * @param reopenedAt when it was taken back; {@code null} while it holds
 * @param reopenedBy by whom; {@code null} while it holds
 * @param reopeningReason why; {@code null} while it holds
 * @param coefficientSet the set energy is computed with from these sums
 * @param digest over the sums, to be compared with that of the roll-up
 * @param figures the frozen sums, one line for each institution type that is expected or reported
 * @param openChildren codes of the regions directly below that had not closed the month, in the order of the codes
 */
public record ClosingState(
        String regionCode,
        YearMonth period,
        long version,
        Status status,
        int number,
        Instant closedAt,
        String closedBy,
        String note,
        Instant reopenedAt,
        String reopenedBy,
        String reopeningReason,
        String coefficientSet,
        String digest,
        List<Figures> figures,
        List<String> openChildren) {
    public static final String TOPIC = "metrics.closing.v1";

    /** Whether the last closing holds. */
    public enum Status {
        CLOSED,
        REOPENED
    }

    /**
     * The frozen sums of one institution type.
     *
     * @param expected how many units were to report
     * @param live all submitted reports
     * @param reviewed the accepted ones among them
     */
    public record Figures(InstitutionType type, long expected, RollupState.Sums live, RollupState.Sums reviewed) {}

    /** The fact's key: region code, slash, period. */
    public String key() {
        return regionCode + "/" + period;
    }
}
