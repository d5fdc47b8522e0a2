package org.jielian.metrics.drafts;

import java.time.Instant;
import java.util.Map;
import org.jielian.metrics.reports.ReportDesk;

/**
 * What was typed for a unit's month and not handed in yet.
 *
 * @param version changes whenever it is saved; no two drafts ever have the same
 */
record Draft(String unitCode, String period, long version, Typed typed, Instant savedAt, String savedBy) {
    /**
     * Everything typed, letter by letter, valid or not; any part may be {@code null}.
     *
     * @param quantities by quantity code
     * @param bases by quantity code
     * @param explanations by field, as in problem answers
     * @param reason of a correction
     * @param reportVersion version of the report that was in front of the person; {@code null} when there was none
     */
    record Typed(
            Map<String, String> quantities,
            String headcount,
            String floorArea,
            Map<String, String> bases,
            String note,
            Map<String, String> explanations,
            String reason,
            Long reportVersion) {
        ReportDesk.Texts texts() {
            return new ReportDesk.Texts(quantities, headcount, floorArea, bases, note, explanations);
        }
    }
}
