package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jielian.contracts.InstitutionType;

/** A sample of units and how far its closer check has come. */
public record Sample(
        String id,
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
        List<Drawn> units) {
    public Sample {
        units = units == null ? List.of() : List.copyOf(units);
    }

    /** One drawn unit; {@code result} is {@code null} until it was looked at. */
    public record Drawn(
            String unitCode,
            String name,
            InstitutionType type,
            String result,
            String note,
            Instant checkedAt,
            String checkedBy) {}

    /** The same draw done again. */
    public record Redraw(boolean reproduced, boolean same, List<String> added, List<String> gone) {
        public Redraw {
            added = added == null ? List.of() : List.copyOf(added);
            gone = gone == null ? List.of() : List.copyOf(gone);
        }
    }

    /** What is sent to draw. */
    public record Order(String period, BigDecimal share, String seed, boolean below) {}

    /** What is sent when a unit was looked at. */
    public record Check(String result, String note) {}
}
