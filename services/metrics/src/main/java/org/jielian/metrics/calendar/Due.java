package org.jielian.metrics.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jielian.contracts.BusinessTime;

/**
 * By when something is to be done for a month. Days are those of Beijing and count to their end.
 *
 * @param nominal the day the rule names
 * @param date that day, or the next working day when it is a holiday
 * @param graceUntil the last day on which it is not yet late; the due day itself without grace
 */
public record Due(LocalDate nominal, LocalDate date, LocalDate graceUntil) {
    /** How something that was done at an instant stands to the due day. */
    public enum Timeliness {
        ON_TIME,
        IN_GRACE,
        LATE
    }

    /** Judged by when it was first done, whatever was corrected since. */
    public Timeliness of(Instant done) {
        LocalDate day = LocalDate.ofInstant(done, BusinessTime.ZONE);
        if (!day.isAfter(date)) return Timeliness.ON_TIME;
        return day.isAfter(graceUntil) ? Timeliness.LATE : Timeliness.IN_GRACE;
    }

    /** Whether something done at that instant is late, grace included. */
    public boolean isLate(Instant done) {
        return of(done) == Timeliness.LATE;
    }
}
