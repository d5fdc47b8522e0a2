package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.Map;
import org.jielian.foundation.problems.Text;

/**
 * V07: what a unit used per square metre in a whole year lies between the limits of its quota. Whether that is good or bad supervision
 * judges; here a figure that lies outside is shown to the reviewer, who looks whether it was measured right.
 *
 * <p>Said once in a year: by the report of December, by the one that completes the year, and by a correction that takes the year out of
 * its limits. The other months of a file that brings a whole year say nothing.
 */
final class AreaAgainstQuota implements Rule {
    /** Electricity per square metre, without that of a data room where it was reported apart. */
    private static final String INDICATOR = "EL_AREA";

    private static final String ELECTRICITY = "electricityKwh";
    private static final String DATA_ROOM = "dcElectricityKwh";
    private static final int YEAR = 12;

    @Override
    public String number() {
        return "V07";
    }

    @Override
    public void inspect(Inspection inspection) {
        if (inspection.limits().isEmpty()) return;
        BigDecimal now = perArea(inspection, inspection.others(), inspection.month());
        if (now == null) return;
        BigDecimal before = perArea(inspection, inspection.stored(), null);
        boolean december = inspection.month().period().getMonthValue() == YEAR;
        if (!december && !othersAreStored(inspection)) return;
        for (Limits limits : inspection.limits()) {
            BigDecimal most = limit(inspection, limits, Limits.CONSTRAINT, "V07.aboveConstraint");
            BigDecimal least = limit(inspection, limits, Limits.GUIDANCE, "V07.belowGuidance");
            boolean news = december || before == null;
            if (most != null && now.compareTo(most) > 0 && (news || before.compareTo(most) <= 0))
                tell(inspection, now, limits, Limits.CONSTRAINT);
            else if (least != null && now.compareTo(least) < 0 && (news || before.compareTo(least) >= 0))
                tell(inspection, now, limits, Limits.GUIDANCE);
        }
    }

    private static boolean othersAreStored(Inspection inspection) {
        YearMonth period = inspection.month().period();
        for (int month = 1; month <= YEAR; month++) {
            YearMonth other = YearMonth.of(period.getYear(), month);
            if (!other.equals(period) && !inspection.stored().containsKey(other)) return false;
        }
        return true;
    }

    /** {@code null} for a limit that is not there, or that the region does not look at. */
    private static BigDecimal limit(Inspection inspection, Limits limits, String name, String parameter) {
        BigDecimal limit = limits.of(INDICATOR, name);
        BigDecimal times = inspection.parameters().get(parameter);
        return limit == null || times.signum() == 0 ? null : limit.multiply(times);
    }

    /**
     * Of the year of the month that is inspected; {@code null} unless all its months are there with electricity.
     *
     * @param instead what stands in the place of the month of its period; {@code null} for what is there
     */
    private static BigDecimal perArea(Inspection inspection, Map<YearMonth, Month> months, Month instead) {
        BigDecimal kwh = BigDecimal.ZERO;
        BigDecimal area = BigDecimal.ZERO;
        int year = inspection.month().period().getYear();
        for (int number = 1; number <= YEAR; number++) {
            YearMonth period = YearMonth.of(year, number);
            Month month = instead != null && instead.period().equals(period) ? instead : months.get(period);
            BigDecimal electricity = month == null ? null : month.figure(ELECTRICITY);
            if (electricity == null || month.floorArea() == null) return null;
            BigDecimal dataRoom = month.figure(DATA_ROOM);
            kwh = kwh.add(dataRoom == null ? electricity : electricity.subtract(dataRoom));
            area = area.add(month.floorArea());
        }
        // a year's area is the mean of its months
        return area.signum() == 0
                ? null
                : kwh.multiply(BigDecimal.valueOf(YEAR)).divide(area, MathContext.DECIMAL64);
    }

    private static void tell(Inspection inspection, BigDecimal value, Limits limits, String limit) {
        boolean above = limit.equals(Limits.CONSTRAINT);
        String bound = Inspection.print(limits.of(INDICATOR, limit));
        int year = inspection.month().period().getYear();
        inspection.find(
                Severity.REVIEW,
                "*",
                above ? "ABOVE_CONSTRAINT" : "BELOW_GUIDANCE",
                value,
                (above ? "≤ " : "≥ ") + bound,
                Text.of(
                        "%1$s 年单位面积用电量 %2$s kWh/m²，%3$s本单位定额的%4$s %5$s（%6$s）：请核对全年用电量和建筑面积",
                        "electricity of %1$s is %2$s kWh/m², %7$s the %8$s value %5$s of the unit's quota (%6$s): look at the"
                                + " electricity and the floor area of the year",
                        year,
                        Inspection.print(value),
                        above ? "高于" : "低于",
                        above ? "约束值" : "引导值",
                        bound,
                        limits.release(),
                        above ? "above" : "below",
                        above ? "constraint" : "guidance"));
    }
}
