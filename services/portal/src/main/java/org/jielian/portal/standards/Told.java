package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;

/** What {@code supervision} tells of standards, as far as pages show it. */
public interface Told {
    /** A draft in a list. */
    record DraftLine(String id, String standardCode, String name, Instant changedAt, String changedBy) {}

    /** A draft; its body travels back as it came, apart from what was changed on the page. */
    record Draft(String id, String regionCode, String standardCode, long version, JsonNode body) {}

    /** One place that differs. */
    record Change(String place, String before, String after, String effect) {}

    /** A release in a list. */
    record ReleaseLine(
            String key,
            String standardCode,
            int number,
            String name,
            String status,
            String adoption,
            String origin,
            LocalDate effectiveFrom,
            LocalDate adoptBy,
            int edits,
            Instant publishedAt) {}

    /** What reached a region. */
    record AdoptionLine(AdoptionState adoption, String name, LocalDate effectiveFrom) {}

    /** A value that gave way to a stricter one from above. */
    record Raised(String place, String own, String above) {}

    /** A value a person has to decide about. */
    record Conflict(String place, String own, Reason reason) {}

    /** Why, in both languages. */
    record Reason(String zh, String en) {}

    /** A release as it presents itself to the region. */
    record Arrival(
            AdoptionState adoption,
            ReleaseState release,
            String present,
            List<Change> changes,
            List<ReleaseState.Edit> kept,
            List<Raised> raised,
            List<Conflict> conflicts,
            List<StandardPackage.Item> items) {
        public Arrival {
            items = items == null ? List.of() : items;
        }
    }

    /** How many regions below have come how far. */
    record Counts(
            long regions,
            long delivered,
            long read,
            long confirmed,
            long localised,
            long inherited,
            long applied,
            long conflicts) {}

    /** One region below. */
    record StandingRow(
            String regionCode,
            String name,
            String tier,
            String state,
            LocalDate due,
            int conflicts,
            Instant deliveredAt,
            Instant readAt,
            Instant answeredAt,
            Instant appliedAt) {}

    /** Where a release stands below a region. */
    record Standing(String origin, Counts counts, List<StandingRow> items, String next, long total) {}

    /** A direct unit of a region; {@code acknowledgedAt} is {@code null} until it took note. */
    record UnitRow(String unitCode, String name, Instant acknowledgedAt, String acknowledgedBy) {}

    /** Who was reminded now. */
    record Reminded(List<String> regions) {}

    /** A standard that holds for a unit. */
    record StandardLine(String standardCode, String name, String release, LocalDate effectiveFrom) {}

    /** One release of the chain that makes a unit's standard. */
    record Link(
            String key,
            String regionCode,
            String regionName,
            String tier,
            String adoption,
            int edits,
            LocalDate effectiveFrom,
            Instant publishedAt) {}

    /** One value, and who set it. */
    record Value(String place, String value, String setBy, String top) {}

    /** What holds for a unit. */
    record Standard(
            String node,
            String regionCode,
            String release,
            StandardPackage.Name name,
            LocalDate effectiveFrom,
            List<Link> chain,
            List<Value> values,
            List<Change> changes,
            StandardPackage content,
            Instant acknowledgedAt) {}
}
