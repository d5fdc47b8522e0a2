package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V10: several figures that equal those of the month before to the last digit were probably copied. Zeros don't count. */
final class CopiedMonth implements Rule {
    @Override
    public String number() {
        return "V10";
    }

    @Override
    public void inspect(Inspection inspection) {
        Month before = inspection.monthsLater(-1);
        if (before == null) return;
        List<Quantity> same = inspection.quantities().stream()
                .filter(q -> q.kind() != Quantity.Kind.STOCK)
                .filter(q -> isSame(inspection.month().figure(q.code()), before.figure(q.code())))
                .toList();
        int conspicuous = inspection.parameters().count("V10.carriers");
        if (same.size() < conspicuous) return;
        inspection.find(
                Severity.SOFT,
                "*",
                "COPIED_MONTH",
                BigDecimal.valueOf(same.size()),
                "< " + conspicuous,
                Text.of(
                        "有 %s 项与 %s 完全相同（%s）：请按本月账单填写，如确实相同请说明",
                        "%s figures equal those of %s to the last digit (%4$s): report this month's bills, or explain why they are equal",
                        same.size(),
                        before.period(),
                        same.stream().map(Quantity::zh).collect(Collectors.joining("、")),
                        same.stream().map(Quantity::en).collect(Collectors.joining(", "))));
    }

    private static boolean isSame(BigDecimal is, BigDecimal was) {
        return is != null && was != null && is.signum() > 0 && is.compareTo(was) == 0;
    }
}
