package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.problems.Text;

/** V11: heat is used in the heating season of regions that have one, and no more is heated than is built. Hospitals use steam all year. */
final class HeatInSeason implements Rule {
    private static final String HEAT = "heatGj";
    private static final String HEATED_AREA = "heatedArea";

    @Override
    public String number() {
        return "V11";
    }

    @Override
    public void inspect(Inspection inspection) {
        Month month = inspection.month();
        BigDecimal heated = month.figure(HEATED_AREA);
        if (heated != null && heated.compareTo(month.floorArea()) > 0) tooLarge(inspection, heated, month.floorArea());
        BigDecimal heat = month.figure(HEAT);
        boolean used = heat != null && heat.signum() > 0;
        if (used && inspection.type() != InstitutionType.HOSPITAL && !isSeason(inspection))
            outOfSeason(inspection, heat);
    }

    private static boolean isSeason(Inspection inspection) {
        Parameters parameters = inspection.parameters();
        int month = inspection.month().period().getMonthValue();
        int from = parameters.count("V11.seasonFrom");
        int to = parameters.count("V11.seasonTo");
        boolean inSeason = from <= to ? from <= month && month <= to : month >= from || month <= to;
        return parameters.isOn("V11.heatingRegion") && inSeason;
    }

    private static void tooLarge(Inspection inspection, BigDecimal heated, BigDecimal area) {
        inspection.find(
                Severity.HARD,
                HEATED_AREA,
                "HEATED_AREA_ABOVE_FLOOR_AREA",
                heated,
                "≤ " + Inspection.print(area),
                Text.of(
                        "供热面积 %s m² 大于建筑面积 %s m²：请更正其中一项",
                        "the heated area of %s m² is more than the floor area of %s m²: correct one of them",
                        Inspection.print(heated),
                        Inspection.print(area)));
    }

    private static void outOfSeason(Inspection inspection, BigDecimal heat) {
        int from = inspection.parameters().count("V11.seasonFrom");
        int to = inspection.parameters().count("V11.seasonTo");
        boolean region = inspection.parameters().isOn("V11.heatingRegion");
        inspection.find(
                Severity.SOFT,
                HEAT,
                "HEAT_OUT_OF_SEASON",
                heat,
                "0",
                region
                        ? Text.of(
                                "热力 %s GJ 不在供热季（%s 月至次年 %s 月）：请更正月份或用量，或说明用途",
                                "heat of %s GJ lies outside the heating season (months %s to %s): correct month or amount, or explain its use",
                                Inspection.print(heat),
                                from,
                                to)
                        : Text.of(
                                "热力 %s GJ，但本地区没有集中供热：请更正，或说明来源",
                                "heat of %s GJ, but there is no district heating in this region: correct it, or explain where it comes from",
                                Inspection.print(heat)));
    }
}
