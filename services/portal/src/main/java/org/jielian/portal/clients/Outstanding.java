package org.jielian.portal.clients;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;

/**
 * A unit whose report of a month is outstanding.
 *
 * @param state {@code MISSING} or {@code RETURNED}
 * @param lastReminder {@code null} if it was never reminded
 * @param contact {@code null} if nobody has said whom to reach
 */
public record Outstanding(
        String unitCode,
        String name,
        InstitutionType type,
        String regionCode,
        String regionName,
        String state,
        boolean late,
        LocalDate dueOn,
        Reminder lastReminder,
        Person contact) {
    /** When and by whom it was reminded. */
    public record Reminder(Instant at, String by) {}

    /** Whom to reach. */
    public record Person(String person, String email, String phone) {}

    /** A region right below, with how many units are outstanding in it; {@code late} is part of {@code missing}. */
    public record InRegion(
            String regionCode,
            String name,
            Tier tier,
            long missing,
            long late,
            long returned,
            Reminder lastReminder,
            Person contact) {}

    /** Whom to remind: either codes, or everybody in a state. */
    public record Asked(YearMonth period, List<String> units, List<String> regions, String state) {}

    /** Who was reminded, and who was left out. */
    public record Reminded(int reminded, List<String> alreadyToday, List<String> notOutstanding) {}
}
