package org.jielian.metrics.calendar;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a region says of due days, for itself and below.
 *
 * @param regionCode and {@code regionName}, {@code level}: who says it
 * @param from first month it holds for
 * @param version grows with every change the region makes to its calendar
 * @param days by level, day of the following month; a level that is absent is inherited
 * @param graceDays working days after the due day within which a report is not yet late; {@code null} when inherited
 */
record DueRule(
        String regionCode,
        String regionName,
        Level level,
        String from,
        long version,
        Map<Level, Integer> days,
        Integer graceDays,
        Instant setAt,
        String setBy) {
    DueRule {
        var byLevel = new EnumMap<Level, Integer>(Level.class);
        byLevel.putAll(days);
        days = byLevel;
    }
}
