package org.jielian.metrics.reminders;

import java.util.List;

/**
 * What became of a reminder.
 *
 * @param reminded how many were reminded now
 * @param units codes of the units among them
 * @param regions codes of the regions among them
 * @param alreadyToday codes of those left out because they were reminded of it today already, by whomever
 * @param notOutstanding codes of those left out because nothing is outstanding there any more
 */
public record Reminded(
        int reminded,
        List<String> units,
        List<String> regions,
        List<String> alreadyToday,
        List<String> notOutstanding) {}
