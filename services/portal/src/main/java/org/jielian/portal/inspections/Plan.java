package org.jielian.portal.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A plan of inspections as {@code supervision} tells it. */
public record Plan(
        String id,
        String region,
        String regionName,
        String kind,
        String name,
        String standardCode,
        int year,
        LocalDate from,
        LocalDate to,
        String inspecting,
        String inspectingName,
        Draw draw,
        String reason,
        Instant createdAt,
        String createdBy,
        Progress inspections) {
    /** How far it has come. */
    public record Progress(long units, long finished, long problems) {}

    /** What is needed to repeat a draw. */
    public record Draw(
            String seed,
            String algorithm,
            List<String> unitsInHat,
            int unitsWanted,
            List<String> inspectorsInHat,
            int inspectorsWanted) {}

    /** A draw once more. */
    public record Repeated(boolean same, String seed, String algorithm, Map<String, List<String>> units) {}
}
