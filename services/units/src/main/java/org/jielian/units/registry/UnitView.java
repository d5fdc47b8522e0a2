package org.jielian.units.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.units.regions.RegionView;

/**
 * An institution as callers see it.
 *
 * @param since first month of the present belonging
 * @param closedFrom first month in which it no longer reports; {@code null} while it is active
 * @param kind what it is in the words of a quota table; {@code null} if nobody said so
 * @param level its level among those of its kind; {@code null} if nobody said so
 * @param belongings where it counted from which month on; only with a single institution
 * @param path the regions above it, from the top down; only with a single institution
 */
record UnitView(
        String code,
        String name,
        InstitutionType type,
        String regionCode,
        String regionName,
        BigDecimal floorArea,
        int headcount,
        boolean hasCanteen,
        Heating heating,
        YearMonth since,
        @JsonInclude YearMonth closedFrom,
        long version,
        @JsonInclude UnitKind kind,
        @JsonInclude UnitLevel level,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Belonging> belongings,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<RegionView.Step> path) {

    static UnitView of(Unit unit, List<RegionView.Step> path) {
        UnitState state = unit.state();
        return new UnitView(
                unit.code(),
                unit.name(),
                unit.type(),
                unit.regionCode(),
                path.get(path.size() - 1).name(),
                state.floorArea(),
                state.headcount(),
                state.hasCanteen(),
                state.heating(),
                unit.since(),
                state.closedFrom(),
                unit.version(),
                state.kind(),
                state.level(),
                state.belongings(),
                path);
    }
}
