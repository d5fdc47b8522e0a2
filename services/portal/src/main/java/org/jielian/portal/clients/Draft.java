package org.jielian.portal.clients;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** What was typed for a unit's month and not handed in yet. */
public record Draft(String unitCode, YearMonth period, long version, Typed typed, Instant savedAt, String savedBy) {
    /**
     * Everything typed, letter by letter.
     *
     * @param reportVersion version of the report that was in front of the person; {@code null} when there was none
     */
    public record Typed(
            Map<String, String> quantities,
            String headcount,
            String floorArea,
            Map<String, String> bases,
            String note,
            Map<String, String> explanations,
            String reason,
            Long reportVersion) {
        public Typed {
            quantities = quantities == null ? Map.of() : quantities;
            bases = bases == null ? Map.of() : bases;
            explanations = explanations == null ? Map.of() : explanations;
        }
    }

    /** What the checks found in it. */
    public record Checked(List<Finding> findings) {}
}
