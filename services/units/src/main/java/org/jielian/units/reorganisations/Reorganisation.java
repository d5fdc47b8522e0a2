package org.jielian.units.reorganisations;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.Tier;

/**
 * Changes of administrative divisions (区划调整) that take effect together; each speaks of the state before all of them.
 *
 * @param effectiveFrom first month in which the new state holds
 * @param note the document it rests on, for the audit trail; may be {@code null}
 * @param changes what changes
 */
record Reorganisation(
        @NotNull YearMonth effectiveFrom,
        @Size(max = 500) String note,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull Change> changes) {
    /** What happens to a region. */
    enum Kind {
        MERGE,
        MOVE,
        RENAME,
        UPGRADE
    }

    /** Which of its institutions are concerned. */
    enum Scope {
        /** All of them: the old region ends, unless its code stays. */
        WHOLE,
        /** Those named: the old region goes on, unless another change takes the rest. */
        PART,
        /** All that no PART of the same region names: the old region ends. */
        REST
    }

    /**
     * One region, or a part of it, becomes (part of) another.
     *
     * @param oldCode the region before
     * @param newCode the region after: the same one, another that exists, or a new one
     * @param newName its name from then on; without it an existing region keeps its name and a new one takes the old region's
     * @param newLevel tier of a new region; the old region's unless given
     * @param newParentCode whom it stands under from then on; as before, or as the old region, unless given
     * @param units unified social credit codes, for PART only
     */
    record Change(
            @NotNull Kind kind,
            @NotNull Scope scope,
            @NotNull String oldCode,
            @NotNull String newCode,
            String newName,
            Tier newLevel,
            String newParentCode,
            List<@NotNull String> units) {
        Change {
            units = units == null ? List.of() : List.copyOf(units);
        }

        /** Whether the old region ends. */
        boolean ends() {
            return scope != Scope.PART && !oldCode.equals(newCode);
        }
    }
}
