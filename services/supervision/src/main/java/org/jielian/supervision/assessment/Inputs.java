package org.jielian.supervision.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.CoefficientsState;
import org.jielian.supervision.evaluation.Result.TargetPosition;
import org.jielian.supervision.evaluation.YearSums;
import org.jielian.supervision.programme.Agency;
import org.jielian.supervision.programme.Allotment;

/**
 * Everything a sheet is computed from, as it was on one day; whoever has this can compute the sheet again without us.
 *
 * @param release key of the assessor's release whose targets count: all it assesses are measured by one yardstick
 * @param coefficients the set figures were computed with; {@code null} when it is not known
 * @param sums of the assessed by year: the year itself and those targets are measured against
 * @param targets how each target stands, made of the sums
 * @param bands units with a quota and where they lie
 * @param coverage months each unit had to report and did
 * @param watchedFrom the first month in which it was looked for what is late
 * @param late reports that were late
 * @param adoptions releases that were to be answered in the year; only of regions
 * @param tasks that were due in the year, at the assessed or below it
 * @param rectified problems of inspections whose day lay in the year
 * @param agencies those there were at the end of the year, and whether they held the title then
 * @param allotment the share that was allotted; {@code null} when none was
 * @param criticised public criticisms and summons of the year
 * @param falsified what a person found
 */
public record Inputs(
        LocalDate today,
        String assessed,
        boolean unit,
        int year,
        String release,
        CoefficientsState coefficients,
        Map<Integer, YearSums> sums,
        List<TargetPosition> targets,
        List<Banded> bands,
        List<Covered> coverage,
        YearMonth watchedFrom,
        List<Late> late,
        List<Adopted> adoptions,
        List<Tasked> tasks,
        List<Rectified> rectified,
        List<Agency> agencies,
        Allotment allotment,
        List<Recorded> criticised,
        List<Found> falsified) {
    /**
     * A unit with limits.
     *
     * @param bands where it lies, by indicator
     * @param release by which it was judged
     * @param version of its result
     */
    public record Banded(String unit, String name, Map<String, String> bands, String release, long version) {
        boolean isWithin() {
            return bands.values().stream().noneMatch(b -> b.startsWith("ABOVE_"));
        }
    }

    /**
     * What a unit had to report.
     *
     * @param watched months of the expected ones in which it was looked for what is late
     */
    public record Covered(String unit, String name, long expected, long reported, long watched) {}

    /** A report that was not there on its day. */
    public record Late(String unit, String period, LocalDate since, UUID task) {}

    /**
     * A release that reached the assessed.
     *
     * @param answeredBy {@code null} when it was inherited by silence
     */
    public record Adopted(String release, String answer, LocalDate due, LocalDate answeredOn, String answeredBy) {}

    /**
     * A task.
     *
     * @param settledOn when it was answered or its cause went; {@code null} while an answer is owed
     * @param returned how often an answer was sent back
     */
    public record Tasked(
            UUID id,
            String kind,
            String target,
            String zh,
            String en,
            String status,
            LocalDate due,
            LocalDate settledOn,
            long returned) {}

    /**
     * A problem of an inspection.
     *
     * @param notice id of the rectification notice
     * @param settledOn when it was answered, if that was or may still be verified; {@code null} while an answer is owed
     */
    public record Rectified(
            UUID notice, int no, String unit, String found, String status, LocalDate deadline, LocalDate settledOn) {}

    /** A rung of the ladder that stays on the record. */
    public record Recorded(UUID task, String rung, LocalDate on, String byRegion) {}

    /** A falsification a person found. */
    public record Found(UUID id, String reason, List<String> evidence, String by, LocalDate on) {}
}
