package org.jielian.supervision.honours;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of a candidate.
 *
 * @param value what it was ranked by; {@code null} when it is not known
 * @param rank among the ranked ones of its type, equal values share the better one; {@code null} when excluded
 * @param reasons all reasons for which it is excluded
 */
public record Placed(Candidate candidate, Outcome outcome, BigDecimal value, Integer rank, List<Reason> reasons) {
    /** What may become of a candidate. */
    public enum Outcome {
        CHOSEN,
        RANKED,
        EXCLUDED
    }

    /** A reason with its particulars, such as the items that fail. */
    public record Reason(Why why, String zh, String en, String detail) {
        static Reason of(Why why, String detail) {
            return new Reason(why, why.label().zh(), why.label().en(), detail);
        }
    }
}
