package org.jielian.supervision.trial;

/**
 * What a package would do to the units of a region and below it; a unit counts once however many of its figures change.
 *
 * @param units units that were evaluated
 * @param newlyAbove units that would not keep to a limit they keep to now
 * @param newlyWithin units that would keep to one they do not keep to now
 */
public record Affected(
        String regionCode,
        String name,
        String tier,
        int units,
        int better,
        int worse,
        int newlyAbove,
        int newlyWithin) {}
