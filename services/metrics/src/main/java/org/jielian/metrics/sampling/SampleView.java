package org.jielian.metrics.sampling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A sample and how far its closer check has come.
 *
 * @param period a month or a year
 * @param below whether units of the regions below were in the hat too
 * @param algorithm name of the way it was drawn
 * @param population how many were in the hat
 * @param drawn how many were drawn; {@code checked} of them have a result, {@code findings} of those found something
 * @param units the drawn ones in their order; absent in lists
 */
public record SampleView(
        UUID id,
        String regionCode,
        String period,
        boolean below,
        BigDecimal share,
        String seed,
        String algorithm,
        long population,
        long drawn,
        long checked,
        long findings,
        Instant drawnAt,
        String drawnBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Drawn> units) {

    /** What a closer check found. */
    public enum Result {
        OK,
        FINDING
    }

    /**
     * One drawn unit.
     *
     * @param result {@code null} until it was looked at
     */
    public record Drawn(
            String unitCode,
            String name,
            String type,
            Result result,
            String note,
            Instant checkedAt,
            String checkedBy) {}

    SampleView with(List<Drawn> drawnUnits) {
        return new SampleView(
                id,
                regionCode,
                period,
                below,
                share,
                seed,
                algorithm,
                population,
                drawn,
                checked,
                findings,
                drawnAt,
                drawnBy,
                drawnUnits);
    }

    /**
     * The same draw done again.
     *
     * @param reproduced whether the seed draws the stored list from the stored population
     * @param same whether it draws that list from today's population as well
     * @param added units that are in today's population and were not then; {@code gone} the other way round
     * @param units what it draws from today's population
     */
    public record Redraw(
            UUID id, boolean reproduced, boolean same, List<String> added, List<String> gone, List<String> units) {}
}
