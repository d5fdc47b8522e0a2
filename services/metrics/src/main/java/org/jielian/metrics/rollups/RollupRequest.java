package org.jielian.metrics.rollups;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;
import org.jielian.foundation.problems.CommonProblem;

/** What a call asks for, beside the region. */
public class RollupRequest {
    @QueryParam("period")
    String period;

    @QueryParam("ytd")
    String ytd;

    @QueryParam("layer")
    String layer;

    @QueryParam("set")
    String set;

    @QueryParam("type")
    String type;

    @QueryParam("tier")
    String tier;

    @QueryParam("notBefore")
    String notBefore;

    Period period() {
        return Period.of(period, ytd);
    }

    Layer layer() {
        return Layer.of(layer);
    }

    /** Name of an institution type; {@code null} for all. */
    String type() {
        return oneOf("type", type, InstitutionType.values());
    }

    /** Name of a tier; {@code null} for the regions directly below. */
    String tier() {
        return oneOf("tier", tier, Tier.values());
    }

    /** How fresh the figures have to be; {@code null} when it does not matter. */
    Instant notBefore() {
        try {
            return notBefore == null ? null : Instant.parse(notBefore);
        } catch (DateTimeParseException e) {
            throw CommonProblem.INVALID.because(
                    "notBefore 应为时刻，如 2025-02-05T01:30:00Z，而不是 %s",
                    "notBefore is an instant such as 2025-02-05T01:30:00Z, not %s", notBefore);
        }
    }

    private static String oneOf(String parameter, String asked, Enum<?>[] choices) {
        if (asked == null || asked.isEmpty()) return null;
        for (Enum<?> choice : choices) if (choice.name().equals(asked)) return asked;
        throw CommonProblem.INVALID.because("%s 只能是 %s", "%s is one of %s", parameter, Arrays.toString(choices));
    }
}
