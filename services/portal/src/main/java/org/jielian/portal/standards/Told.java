package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /**
     * A trial of a draft.
     *
     * @param outdated whether the draft was changed since
     * @param state RUNNING, DONE or FAILED
     * @param total units there are to look at; {@code null} in the first moment
     * @param looked units looked at so far
     * @param failure why it failed; {@code null} unless it did
     */
    record Trial(
            boolean outdated,
            int year,
            String state,
            Integer total,
            int looked,
            List<Affected> summary,
            Reason failure,
            Instant triedAt,
            String triedBy) {
        boolean isDone() {
            return "DONE".equals(state);
        }
    }

    /** What a draft would do to the units of a region and below. */
    record Affected(
            String regionCode, String name, int units, int better, int worse, int newlyAbove, int newlyWithin) {}

    /** A unit that comes to lie in another band; {@code from} and {@code to} are {@code null} where it has none. */
    record BandChange(
            String unitCode,
            String name,
            String indicator,
            String unit,
            BigDecimal value,
            String from,
            String to,
            BigDecimal boundBefore,
            BigDecimal boundAfter,
            String effect) {}

    /** How a unit stands in a year, and by what that was computed. */
    record Result(boolean provisional, int monthsReported, int monthsExpected, Basis basis, List<Figure> figures) {}

    /** What a release would do: {@code items} are the units that would newly be above a limit. */
    record Effects(int year, List<BandChange> items) {}

    /** How a region and those below it stand; figures of regions are computed from sums. */
    record RegionResult(Basis basis, List<Bands> bands, List<ChildResult> children) {}

    /** How many units are in which band of an indicator; {@code none} are in no band. */
    record Bands(String indicator, Map<String, Long> counts, long none) {}

    /** Months of units expected and reported. */
    record Coverage(long expected, long reported, BigDecimal percent) {}

    /**
     * A region below.
     *
     * @param ranks by indicator, 1 for the least; {@code null} when it is not ranked
     * @param unranked why it is not; {@code null} when it is
     */
    record ChildResult(
            String regionCode,
            String name,
            String tier,
            Coverage coverage,
            Map<String, BigDecimal> values,
            List<Bands> bands,
            Map<String, Integer> ranks,
            Reason unranked) {}

    /** One unit by one indicator. */
    record UnitResult(
            String unitCode,
            String name,
            String regionCode,
            BigDecimal value,
            String unit,
            String band,
            Map<String, BigDecimal> bounds,
            Reason missing,
            int monthsExpected,
            int monthsReported,
            String release) {}

    /** What a result was computed with. */
    record Basis(String release, String coefficientSet, int coefficientVersion, String form) {}

    /** One figure; {@code missing} says why there is no band, or no value. */
    record Figure(
            String indicator,
            String unit,
            BigDecimal value,
            Map<String, BigDecimal> bounds,
            String band,
            NextBand next,
            Reason missing) {}

    /** What would bring a figure to the next better band. */
    record NextBand(String band, BigDecimal bound, BigDecimal less) {}
}
