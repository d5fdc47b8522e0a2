package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.util.List;
import org.jielian.contracts.InstitutionType;

/** An institution as the register has it. */
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
        List<Region.Step> path) {
    public Unit {
        path = path == null ? List.of() : List.copyOf(path);
    }
}
