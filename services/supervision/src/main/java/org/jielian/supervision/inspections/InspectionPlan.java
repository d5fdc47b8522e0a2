package org.jielian.supervision.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A region's plan of inspections; it never changes.
 *
 * @param region whose plan it is
 * @param inspecting who inspects: the region itself, or for {@code CROSS_CITY} a city that does not stand above the units
 * @param draw how units and inspectors were drawn; {@code null} unless it is {@code DOUBLE_RANDOM}
 * @param reason why units are looked at; {@code null} where nobody said
 * @param inspections how many units it has, and how many of them are finished
 */
record InspectionPlan(
        UUID id,
        String region,
        String regionName,
        InspectionKind kind,
        String name,
        String standardCode,
        int year,
        LocalDate from,
        LocalDate to,
        String inspecting,
        String inspectingName,
        Drawn draw,
        String reason,
        Instant createdAt,
        String createdBy,
        Progress inspections) {
    /** How far it has come. */
    record Progress(long units, long finished, long problems) {}

    /**
     * What is needed to repeat a draw (双随机): units come first in the hat by seed, then each unit draws its inspectors by seed, slash, unit.
     *
     * @param unitsWanted how many units were drawn
     * @param inspectorsWanted how many inspectors each of them got
     */
    record Drawn(
            String seed,
            String algorithm,
            List<String> unitsInHat,
            int unitsWanted,
            List<String> inspectorsInHat,
            int inspectorsWanted) {}
}
