package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;

/**
 * An institution as the register has it.
 *
 * @param kind what it is in the words of a quota table; {@code null} if nobody said so
 * @param level its level among those of its kind; {@code null} if nobody said so
 */
public record Unit(
        String code,
        String name,
        InstitutionType type,
        String regionCode,
        String regionName,
        BigDecimal floorArea,
        BigDecimal headcount,
        Boolean hasCanteen,
        String heating,
        String since,
        String closedFrom,
        long version,
        UnitKind kind,
        UnitLevel level,
        List<Region.Step> path) {
    public Unit {
        path = path == null ? List.of() : List.copyOf(path);
    }
}
