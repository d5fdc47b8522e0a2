package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/**
 * V13: a figure has the magnitude of the unit's other months, twelve before and twelve after. A slipped decimal point and a unit of
 * measure mixed up (yuan and ten thousand yuan, kWh and ten thousand kWh, m³ and t) stand out against their median, seasons don't.
 *
 * <p>A few months only may all be low or all be wrong. Until there are enough, electricity must also stand out against what institutions
 * of the type use per square metre; of other figures nothing is said.
 */
final class Magnitude implements Rule {
    private static final int YEAR = 12;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String ELECTRICITY = "electricityKwh";

    @Override
    public String number() {
        return "V13";
    }

    @Override
    public void inspect(Inspection inspection) {
        inspect(inspection, Month.HEADCOUNT, Month.HEADCOUNT);
        inspect(inspection, Month.FLOOR_AREA, Month.FLOOR_AREA);
        for (Quantity quantity : inspection.quantities()) {
            boolean own = inspection.parameters().find("V13.above." + quantity.code()) != null;
            String parameter = own ? quantity.code() : quantity.costOf() != null ? "cost" : "other";
            inspect(inspection, quantity.code(), parameter);
        }
    }

    private static void inspect(Inspection inspection, String code, String parameter) {
        BigDecimal value = inspection.month().figure(code);
        if (value == null || value.signum() == 0) return;
        BigDecimal above = inspection.parameters().get("V13.above." + parameter);
        BigDecimal below = inspection.parameters().get("V13.below." + parameter);
        List<BigDecimal> others = others(inspection, code);
        boolean enough = others.size() >= inspection.parameters().count("V13.months");
        BigDecimal norm = enough || !code.equals(ELECTRICITY) ? null : norm(inspection);
        if (!enough && norm == null) return;
        BigDecimal usual = others.isEmpty() ? norm : median(others);
        if (isAbove(value, usual, above) && (enough || isAbove(value, norm, above)))
            tell(inspection, code, value, usual, others.size());
        else if (isBelow(value, usual, below) && !others.isEmpty() && (enough || isBelow(value, norm, below)))
            tell(inspection, code, value, usual, others.size());
    }

    private static boolean isAbove(BigDecimal value, BigDecimal usual, BigDecimal times) {
        return times.signum() > 0 && value.compareTo(usual.multiply(times)) >= 0;
    }

    private static boolean isBelow(BigDecimal value, BigDecimal usual, BigDecimal share) {
        return value.compareTo(usual.multiply(share)) <= 0;
    }

    private static List<BigDecimal> others(Inspection inspection, String code) {
        List<BigDecimal> others = new ArrayList<>();
        for (int shift = -YEAR; shift <= YEAR; shift++) {
            Month month = shift == 0 ? null : inspection.monthsLater(shift);
            BigDecimal value = month == null ? null : month.figure(code);
            if (value != null && value.signum() > 0) others.add(value);
        }
        return others;
    }

    private static BigDecimal median(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle).add(sorted.get(middle - 1)).divide(TWO);
    }

    /** Electricity of a month by floor area and type. */
    private static BigDecimal norm(Inspection inspection) {
        return inspection
                .month()
                .floorArea()
                .multiply(inspection.parameters().get("V13.norm." + inspection.type()))
                .divide(MONTHS, MathContext.DECIMAL64);
    }

    private static void tell(Inspection inspection, String code, BigDecimal value, BigDecimal usual, int months) {
        BigDecimal times = value.divide(usual, MathContext.DECIMAL64);
        Slip slip = Slip.of(times);
        Text name = inspection.label(code);
        inspection.find(
                Severity.REVIEW,
                code,
                slip.name(),
                value,
                Inspection.print(usual),
                Text.of(
                        "%s %s，是%s %s 的 %s 倍：%s；如无误请说明",
                        "%7$s is %2$s, %5$s times %8$s (%4$s): %9$s, or explain",
                        name.zh(),
                        Inspection.print(value),
                        months == 0 ? "按建筑面积估算的" : "本单位前后 " + months + " 个月的中位数",
                        Inspection.print(usual),
                        Inspection.print(times),
                        slip.advice().zh(),
                        name.en(),
                        months == 0
                                ? "what the floor area suggests"
                                : "the median of the unit's " + months + " other months",
                        slip.advice().en()));
    }
}
