package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V04: what is used is paid for, and what is paid for is used. */
final class UsePaidFor implements Rule {
    @Override
    public String number() {
        return "V04";
    }

    @Override
    public void inspect(Inspection inspection) {
        boolean costExpected = inspection.parameters().isOn("V04.missingCost");
        for (Quantity cost : inspection.quantities()) {
            if (cost.costOf() == null) continue;
            BigDecimal paid = inspection.month().figure(cost.code());
            BigDecimal used = inspection.month().figure(cost.costOf());
            boolean isUsed = used != null && used.signum() > 0;
            boolean isPaid = paid != null && paid.signum() > 0;
            Text of = inspection.label(cost.costOf());
            if (isPaid && !isUsed) paidOnly(inspection, cost, paid, of);
            if (isUsed && !isPaid && (paid != null || costExpected)) usedOnly(inspection, cost, used, paid, of);
        }
    }

    private static void paidOnly(Inspection inspection, Quantity cost, BigDecimal paid, Text of) {
        inspection.find(
                Severity.SOFT,
                cost.code(),
                "COST_WITHOUT_USE",
                paid,
                "0",
                new Text(
                        "填了%s %s 元，但没有%s用量：请补填用量，或说明费用的由来".formatted(cost.zh(), Inspection.print(paid), of.zh()),
                        "%s is %s yuan, but no use of %s is reported: report the use, or explain what was paid for"
                                .formatted(cost.en(), Inspection.print(paid), of.en())));
    }

    private static void usedOnly(Inspection inspection, Quantity cost, BigDecimal used, BigDecimal paid, Text of) {
        inspection.find(
                Severity.SOFT,
                cost.code(),
                "USE_WITHOUT_COST",
                paid,
                "> 0",
                new Text(
                        "%s用量为 %s，但没有费用：请补填%s，或说明为何没有费用".formatted(of.zh(), Inspection.print(used), cost.zh()),
                        "%s of %s was used, but nothing paid: report the cost, or explain why there is none"
                                .formatted(of.en(), Inspection.print(used))));
    }
}
