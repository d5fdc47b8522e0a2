package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.util.List;
import org.jielian.foundation.problems.Text;

/** V06: headcount and floor area are about what they were in the same month of the year before. */
final class HeadcountAndArea implements Rule {
    private static final int YEAR = 12;

    @Override
    public String number() {
        return "V06";
    }

    @Override
    public void inspect(Inspection inspection) {
        Month before = inspection.monthsLater(-YEAR);
        if (before == null) return;
        BigDecimal tolerance = inspection.parameters().get("V06.tolerance");
        for (String code : List.of(Month.HEADCOUNT, Month.FLOOR_AREA)) {
            BigDecimal is = inspection.month().figure(code);
            BigDecimal was = before.figure(code);
            if (Inspection.deviates(is, was, tolerance)) tell(inspection, code, is, was, tolerance);
        }
    }

    private static void tell(Inspection inspection, String code, BigDecimal is, BigDecimal was, BigDecimal tolerance) {
        Text name = inspection.label(code);
        inspection.find(
                Severity.SOFT,
                code,
                "CHANGED_SINCE_LAST_YEAR",
                is,
                Inspection.print(was) + " ± " + Inspection.percent(tolerance),
                Text.of(
                        "%s %s，上年同月为 %s（%s，允许 ±%s）：请更正，或说明变化原因",
                        "%6$s is %2$s, a year ago it was %3$s (%4$s, within %5$s is usual): correct it, or explain the change",
                        name.zh(),
                        Inspection.print(is),
                        Inspection.print(was),
                        Inspection.change(is, was),
                        Inspection.percent(tolerance),
                        name.en()));
    }
}
