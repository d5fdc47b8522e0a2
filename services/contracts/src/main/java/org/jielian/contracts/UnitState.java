package org.jielian.contracts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is true of an institution now, on {@value #TOPIC}, keyed by unit code; a newer version replaces the older one entirely.
 *
 * @param unitCode unified social credit code (统一社会信用代码), 18 characters
 * @param version grows with every change of this unit
 * @param name official name
 * @param belongings where it counts from which month on, oldest first, never empty; before the first it is not expected to report
 * @param floorArea building area (建筑面积) in square metres
 * @param headcount people using energy (用能人数) when last registered
 * @param hasCanteen whether it runs a canteen
 * @param heating NONE, ELECTRIC, GAS, COAL or DISTRICT
 * @param closedFrom first month in which it is no longer expected to report; {@code null} while it is active
 * @param kind what it is in the words of a quota table; {@code null} while nobody said so, and for agencies
 * @param level its level among those of its kind; {@code null} while nobody said so, and where the kind has none
 */
public record UnitState(
        String unitCode,
        long version,
        String name,
        List<Belonging> belongings,
        BigDecimal floorArea,
        int headcount,
        boolean hasCanteen,
        Heating heating,
        YearMonth closedFrom,
        UnitKind kind,
        UnitLevel level) {
    public static final String TOPIC = "units.unit.v1";

    /** An institution of which neither kind nor level is known. */
    public UnitState(
            String unitCode,
            long version,
            String name,
            List<Belonging> belongings,
            BigDecimal floorArea,
            int headcount,
            boolean hasCanteen,
            Heating heating,
            YearMonth closedFrom) {
        this(unitCode, version, name, belongings, floorArea, headcount, hasCanteen, heating, closedFrom, null, null);
    }

    /** How a building is heated. */
    public enum Heating {
        NONE,
        ELECTRIC,
        GAS,
        COAL,
        DISTRICT
    }

    /**
     * From this month on the unit counts in this region as this type; earlier months keep the belonging before.
     *
     * @param regionCode the region that administers it, of any tier
     * @param type the institution type its figures are kept under
     * @param from first month it holds
     */
    public record Belonging(String regionCode, InstitutionType type, YearMonth from) {}

    /** Where the unit counts in a month; empty before it was opened and once it is closed. */
    public Optional<Belonging> belongingIn(YearMonth month) {
        if (closedFrom != null && !month.isBefore(closedFrom)) return Optional.empty();
        return belongings.stream().filter(b -> !b.from().isAfter(month)).max(Comparator.comparing(Belonging::from));
    }

    /** The latest belonging, which decides who administers the unit and who may see it. */
    public Belonging lastBelonging() {
        return belongings.get(belongings.size() - 1);
    }
}
