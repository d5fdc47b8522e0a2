package org.jielian.metrics.rollups;

import java.time.YearMonth;
import org.jielian.contracts.InstitutionType;

/** Where a contribution is added up: one region, one month, one institution type. */
record Cell(String regionCode, YearMonth period, InstitutionType type) {

    /** Reads a key as {@link #key()} writes it. */
    static Cell parse(String key) {
        String[] parts = key.split("/");
        if (parts.length != 3) throw new IllegalArgumentException("not the key of a cell: " + key);
        return new Cell(parts[0], YearMonth.parse(parts[1]), InstitutionType.valueOf(parts[2]));
    }

    /** The region's part of a cell's key; cells of one region share a partition by it. */
    static String regionOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** The cell this one adds to when its region stands under {@code parentCode}. */
    Cell under(String parentCode) {
        return new Cell(parentCode, period, type);
    }

    String key() {
        return regionCode + "/" + period + "/" + type;
    }
}
