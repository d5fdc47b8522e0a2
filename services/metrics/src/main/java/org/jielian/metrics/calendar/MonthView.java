package org.jielian.metrics.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jielian.foundation.problems.Text;

/**
 * How a month of a unit, or of a region, stands to its calendar, whether anything was reported or not.
 *
 * @param code the unit or region
 * @param regionCode the region that administers the unit in that month, or the region itself; {@code null} when nothing is expected
 * @param level what has to be done: a unit reports, the others close
 * @param due the last day on time; {@code null} when nothing is expected
 * @param graceUntil the last day on which it is not late
 * @param daysLeft until the due day, 0 on that day, negative after it; {@code null} when nothing is expected
 * @param locked nothing can be handed in, for the reason in {@code explanation}
 * @param reasonRequired it can, but why has to be said: the month is closed by one of {@code closedBy}
 * @param closedBy the region and those above it that have closed the month, the nearest first
 * @param explanation the same in words
 */
public record MonthView(
        String code,
        YearMonth period,
        String regionCode,
        Level level,
        LocalDate due,
        LocalDate graceUntil,
        Long daysLeft,
        State state,
        boolean locked,
        boolean reasonRequired,
        List<ClosedMonths.Closed> closedBy,
        Text explanation) {
    /** How far the month has come. */
    public enum State {
        /** Before the first month of the programme, or the unit was not registered in it. */
        NOT_EXPECTED,
        NOT_YET_OPEN,
        /** Under way: may be reported already. */
        OPEN,
        /** Over, and not yet past the due day. */
        DUE,
        IN_GRACE,
        LATE,
        /** A region above has closed it. */
        CLOSED
    }
}
