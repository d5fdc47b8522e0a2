package org.jielian.portal.clients;

import java.math.BigDecimal;
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
        long version) {}
