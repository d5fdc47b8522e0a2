package org.jielian.metrics.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jielian.contracts.Tier;
import org.jielian.foundation.notices.Notices.Told;

/**
 * A unit whose report of a month is outstanding.
 *
 * @param regionCode the region that administers it now
 * @param state {@code MISSING} or {@code RETURNED}
 * @param late missing although its last day has passed
 * @param dueOn the last day on which it would have been, or still is, in time
 * @param lastReminder {@code null} if it was never reminded of this month
 * @param contact {@code null} if nobody has said whom to reach
 */
public record OutstandingView(
        String unitCode,
        String name,
        String type,
        String regionCode,
        String regionName,
        Outstanding.State state,
        boolean late,
        LocalDate dueOn,
        Reminder lastReminder,
        Contact contact) {
    /** When and by whom it was reminded. */
    public record Reminder(Instant at, String by, String node) {
        static Reminder of(Told told) {
            return told == null ? null : new Reminder(told.at(), told.by(), told.byNode());
        }
    }

    /** Whom to reach; each part may be {@code null}. */
    public record Contact(String person, String email, String phone) {}

    /**
     * How much is outstanding in a region and below it.
     *
     * @param missing units from which nothing is there, late ones included
     * @param late those of them whose last day has passed
     * @param returned units whose report was sent back
     */
    public record InRegion(
            String regionCode,
            String name,
            Tier tier,
            long missing,
            long late,
            long returned,
            Reminder lastReminder,
            Contact contact) {
        public long outstanding() {
            return missing + returned;
        }
    }
}
