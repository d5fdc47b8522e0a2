package org.jielian.metrics.rollups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.metrics.coefficients.Coefficient;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.rollups.Rollup.Terms;

/**
 * What one energy carrier contributes.
 *
 * @param code of the quantity, as in a roll-up
 * @param quantity amount used; {@code null} when nobody reported it
 * @param share of all energy, between 0 and 1
 */
record Carrier(
        String carrier,
        String code,
        String zh,
        String en,
        BigDecimal quantity,
        String unitOfMeasure,
        BigDecimal energyKgce,
        BigDecimal co2Kg,
        BigDecimal share) {
    private static final int DECIMALS_OF_SHARE = 4;

    private record Amount(BigDecimal quantity, BigDecimal kgce, BigDecimal co2) {}

    /** The energy carriers in the order of the catalogue. */
    static List<Carrier> of(Figures figures, Terms terms) {
        List<Quantity> carriers = terms.quantities().values().stream()
                .filter(quantity -> terms.set()
                        .of(quantity, Integer.MAX_VALUE)
                        .filter(Coefficient::isEnergy)
                        .isPresent())
                .toList();
        List<Amount> amounts = carriers.stream()
                .map(quantity -> amount(figures, quantity, terms))
                .toList();
        BigDecimal all = amounts.stream()
                .map(Amount::kgce)
                .filter(kgce -> kgce != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Carrier> answer = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            Quantity carrier = carriers.get(i);
            Amount amount = amounts.get(i);
            BigDecimal share = amount.kgce() == null || all.signum() == 0
                    ? null
                    : amount.kgce().divide(all, DECIMALS_OF_SHARE, RoundingMode.HALF_UP);
            answer.add(new Carrier(
                    carrier.carrier(),
                    carrier.code(),
                    carrier.zh(),
                    carrier.en(),
                    amount.quantity(),
                    carrier.unitOfMeasure(),
                    Rollup.rounded(amount.kgce()),
                    Rollup.rounded(amount.co2()),
                    share));
        }
        return answer;
    }

    private static Amount amount(Figures figures, Quantity quantity, Terms terms) {
        BigDecimal kgce = null;
        BigDecimal co2 = null;
        for (var year : figures.byYear().entrySet()) {
            BigDecimal used = year.getValue().quantities().get(quantity.code());
            Optional<Coefficient> coefficient = terms.set().of(quantity, year.getKey());
            if (used == null || coefficient.isEmpty()) continue;
            kgce = plus(kgce, coefficient.get().kgce(used));
            co2 = plus(co2, coefficient.get().co2Kg(used));
        }
        Map<String, BigDecimal> sums = figures.sums().quantities();
        return new Amount(sums.get(quantity.code()), kgce, co2);
    }

    private static BigDecimal plus(BigDecimal sum, BigDecimal more) {
        return sum == null ? more : sum.add(more);
    }
}
