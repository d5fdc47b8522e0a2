package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V03: what is contained in another figure is not more than that. */
final class PartsWithinWholes implements Rule {
    @Override
    public String number() {
        return "V03";
    }

    @Override
    public void inspect(Inspection inspection) {
        for (Quantity part : inspection.quantities()) {
            if (part.partOf() == null) continue;
            BigDecimal value = inspection.month().figure(part.code());
            BigDecimal whole = inspection.month().figure(part.partOf());
            if (value == null || value.signum() == 0 || whole != null && value.compareTo(whole) <= 0) continue;
            tell(inspection, part, value, whole);
        }
    }

    private static void tell(Inspection inspection, Quantity part, BigDecimal value, BigDecimal whole) {
        Text name = inspection.label(part.partOf());
        String limit = whole == null ? "—" : Inspection.print(whole);
        inspection.find(
                Severity.HARD,
                part.code(),
                "PART_ABOVE_WHOLE",
                value,
                "≤ " + limit,
                new Text(
                        "%s %s 大于%s %s：请更正其中一项".formatted(part.zh(), Inspection.print(value), name.zh(), limit),
                        "%s of %s is more than %s of %s: correct one of them"
                                .formatted(part.en(), Inspection.print(value), name.en(), limit)));
    }
}
