package org.jielian.portal.clients;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** How a month of a unit, or the closing of a region's month, stands to its calendar. */
public record MonthStanding(
        String code,
        YearMonth period,
        LocalDate due,
        LocalDate graceUntil,
        Long daysLeft,
        State state,
        boolean locked,
        boolean reasonRequired,
        List<Closed> closedBy,
        Bilingual explanation) {
    /** How far the month has come. */
    public enum State {
        NOT_EXPECTED,
        NOT_YET_OPEN,
        OPEN,
        DUE,
        IN_GRACE,
        LATE,
        CLOSED
    }

    /** A closing that holds. */
    public record Closed(String regionCode, String name, int number, Instant at, String by) {}

    public MonthStanding {
        closedBy = closedBy == null ? List.of() : List.copyOf(closedBy);
    }

    /** How urgent it is, as a style. */
    public String grade() {
        return switch (state) {
            case CLOSED -> "good";
            case LATE -> "poor";
            case DUE, IN_GRACE -> "fair";
            default -> "none";
        };
    }
}
