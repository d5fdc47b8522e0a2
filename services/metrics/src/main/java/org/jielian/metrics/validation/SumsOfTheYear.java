package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V08: the sums of the year so far are about those of the same months of the year before; looked at every few months. */
final class SumsOfTheYear implements Rule {
    private static final int YEAR = 12;
    private static final String ENERGY = "energy";

    @Override
    public String number() {
        return "V08";
    }

    @Override
    public void inspect(Inspection inspection) {
        if (!isDue(inspection.month(), inspection.parameters())) return;
        for (String code : List.of(ENERGY, "electricityKwh", "waterM3")) {
            BigDecimal now = sum(inspection, code, 0);
            BigDecimal before = sum(inspection, code, -YEAR);
            BigDecimal tolerance = inspection.parameters().get("V08.tolerance." + code);
            if (now == null || before == null || before.signum() == 0) continue;
            if (Inspection.deviates(now, before, tolerance)) tell(inspection, code, now, before, tolerance);
        }
    }

    static boolean isDue(Month month, Parameters parameters) {
        return month.period().getMonthValue() % parameters.count("V08.everyMonths") == 0;
    }

    /** {@code null} unless every month of the year so far is there with the figure. */
    private static BigDecimal sum(Inspection inspection, String code, int shift) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int back = inspection.month().period().getMonthValue() - 1; back >= 0; back--) {
            Month month = back == 0 && shift == 0 ? inspection.month() : inspection.monthsLater(shift - back);
            BigDecimal value = month == null ? null : value(inspection, month, code);
            if (value == null) return null;
            sum = sum.add(value);
        }
        return sum;
    }

    private static BigDecimal value(Inspection inspection, Month month, String code) {
        if (!code.equals(ENERGY)) return month.figure(code);
        Map<Quantity, BigDecimal> amounts = new LinkedHashMap<>();
        month.quantities().forEach((quantity, amount) -> amounts.put(inspection.quantity(quantity), amount));
        return inspection.energy().kgce(amounts, month.period().getYear());
    }

    private static void tell(
            Inspection inspection, String code, BigDecimal now, BigDecimal before, BigDecimal tolerance) {
        Text name = code.equals(ENERGY) ? Text.of("综合能耗（千克标准煤）", "Energy in kgce") : inspection.label(code);
        inspection.find(
                Severity.SOFT,
                code.equals(ENERGY) ? "*" : code,
                "YEAR_CHANGED",
                now,
                Inspection.print(before) + " ± " + Inspection.percent(tolerance),
                Text.of(
                        "%s本年累计 %s，上年同期 %s（%s，允许 ±%s）：请核对各月，或说明原因",
                        "%6$s so far this year is %2$s, in the same months of last year %3$s (%4$s, within %5$s is usual):"
                                + " check the months, or explain",
                        name.zh(),
                        Inspection.print(now),
                        Inspection.print(before),
                        Inspection.change(now, before),
                        Inspection.percent(tolerance),
                        name.en()));
    }
}
