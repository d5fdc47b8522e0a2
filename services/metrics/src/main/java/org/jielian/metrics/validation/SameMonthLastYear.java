package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V09: a figure is about what it was in the same month of the year before. The month before says little, for seasons differ. */
final class SameMonthLastYear implements Rule {
    private static final int YEAR = 12;

    @Override
    public String number() {
        return "V09";
    }

    @Override
    public void inspect(Inspection inspection) {
        Month before = inspection.monthsLater(-YEAR);
        if (before == null) return;
        for (Quantity quantity : inspection.quantities()) {
            BigDecimal tolerance = inspection.parameters().find("V09.tolerance." + quantity.code());
            BigDecimal is = inspection.month().figure(quantity.code());
            BigDecimal was = before.figure(quantity.code());
            if (tolerance == null || tolerance.signum() == 0 || is == null || was == null || was.signum() == 0)
                continue;
            if (Inspection.deviates(is, was, tolerance)) tell(inspection, quantity, is, was, tolerance);
        }
    }

    private static void tell(
            Inspection inspection, Quantity quantity, BigDecimal is, BigDecimal was, BigDecimal tolerance) {
        inspection.find(
                Severity.SOFT,
                quantity.code(),
                "CHANGED_SINCE_LAST_YEAR",
                is,
                Inspection.print(was) + " ± " + Inspection.percent(tolerance),
                Text.of(
                        "%s %s，上年同月为 %s（%s，允许 ±%s）：请更正，或说明原因",
                        "%6$s is %2$s, in the same month of last year it was %3$s (%4$s, within %5$s is usual): correct it, or explain",
                        quantity.zh(),
                        Inspection.print(is),
                        Inspection.print(was),
                        Inspection.change(is, was),
                        Inspection.percent(tolerance),
                        quantity.en()));
    }
}
