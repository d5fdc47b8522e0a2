package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantity;

/** V05: cost divided by use is near the reference price. Far off, yuan and ten thousand yuan were mixed up, or kWh and ten thousand kWh. */
final class UnitPrices implements Rule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public String number() {
        return "V05";
    }

    @Override
    public void inspect(Inspection inspection) {
        BigDecimal tolerance = inspection.parameters().get("V05.tolerance");
        for (Quantity cost : inspection.quantities()) {
            if (cost.costOf() == null) continue;
            BigDecimal paid = inspection.month().figure(cost.code());
            BigDecimal used = inspection.month().figure(cost.costOf());
            BigDecimal reference = inspection.parameters().find("V05.price." + cost.costOf());
            if (isMissing(paid) || isMissing(used) || isMissing(reference)) continue;
            BigDecimal price = paid.divide(used, MathContext.DECIMAL64);
            if (Inspection.deviates(price, reference, tolerance)) tell(inspection, cost, price, reference, tolerance);
        }
    }

    private static boolean isMissing(BigDecimal value) {
        return value == null || value.signum() == 0;
    }

    private static void tell(
            Inspection inspection, Quantity cost, BigDecimal price, BigDecimal reference, BigDecimal tolerance) {
        boolean wrongUnit = price.compareTo(reference.multiply(HUNDRED)) > 0
                || price.multiply(HUNDRED).compareTo(reference) < 0;
        String low = Inspection.print(
                reference.subtract(reference.multiply(tolerance)).max(BigDecimal.ZERO));
        String high = Inspection.print(reference.add(reference.multiply(tolerance)));
        String per = "yuan/" + inspection.quantity(cost.costOf()).unitOfMeasure();
        String band = low + "–" + high + " " + per;
        inspection.find(
                Severity.SOFT,
                cost.code(),
                wrongUnit ? "UNIT_MISTAKEN" : "PRICE_UNUSUAL",
                price,
                band,
                new Text(
                        "%s折合单价 %s 元，参考 %s–%s 元：%s"
                                .formatted(
                                        cost.zh(),
                                        Inspection.print(price),
                                        low,
                                        high,
                                        wrongUnit ? "请核对是否把元填成万元，或把用量单位填错，如无误请说明" : "请核对费用和用量，如无误请说明"),
                        "%s comes to %s %s, expected %s: %s"
                                .formatted(
                                        cost.en(),
                                        Inspection.print(price),
                                        per,
                                        band,
                                        wrongUnit
                                                ? "check whether yuan and ten thousand yuan, or the units of the use, were mixed up, or explain"
                                                : "check cost and use, or explain")));
    }
}
