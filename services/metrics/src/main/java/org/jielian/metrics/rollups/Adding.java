package org.jielian.metrics.rollups;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState.Sums;

/**
 * The arithmetic of sums. Taking away is as ordinary as adding, so the same type carries totals and differences between totals; only
 * in a difference may a count be negative.
 */
final class Adding {
    static final Sums NOTHING = new Sums(Map.of(), Map.of(), 0, BigDecimal.ZERO, BigDecimal.ZERO);

    /** What one report adds. */
    static Sums oneReport(ReportState report) {
        Map<String, BigDecimal> quantities = new TreeMap<>();
        Map<String, Long> reportedOf = new TreeMap<>();
        report.quantities().forEach((quantity, amount) -> {
            if (amount == null) return; // asked for and not answered is the same as absent
            quantities.put(quantity, plain(amount));
            reportedOf.put(quantity, 1L);
        });
        return new Sums(quantities, reportedOf, 1, known(report.headcount()), known(report.floorArea()));
    }

    static Sums plus(Sums a, Sums b) {
        return combine(a, b, 1);
    }

    static Sums minus(Sums a, Sums b) {
        return combine(a, b, -1);
    }

    /** Whether adding these changes anything. */
    static boolean isNothing(Sums sums) {
        return sums.reports() == 0
                && sums.quantities().isEmpty()
                && sums.headcount().signum() == 0
                && sums.floorArea().signum() == 0;
    }

    private static Sums combine(Sums a, Sums b, int sign) {
        if (a == NOTHING && sign > 0) return b;
        if (b == NOTHING) return a;
        Map<String, BigDecimal> quantities = new TreeMap<>(a.quantities());
        Map<String, Long> reportedOf = new TreeMap<>(a.reportedOf());
        b.quantities().forEach((quantity, amount) -> {
            BigDecimal sum = add(quantities.get(quantity), amount, sign);
            long reports = reportedOf.getOrDefault(quantity, 0L)
                    + sign * b.reportedOf().getOrDefault(quantity, 0L);
            // With the last report that carries it a quantity is missing again; a zero would claim that somebody
            // measured none.
            if (reports == 0 && sum.signum() == 0) {
                quantities.remove(quantity);
                reportedOf.remove(quantity);
            } else {
                quantities.put(quantity, sum);
                reportedOf.put(quantity, reports);
            }
        });
        return new Sums(
                quantities,
                reportedOf,
                a.reports() + sign * b.reports(),
                add(a.headcount(), b.headcount(), sign),
                add(a.floorArea(), b.floorArea(), sign));
    }

    private static BigDecimal add(BigDecimal a, BigDecimal b, int sign) {
        if (a == null) a = BigDecimal.ZERO;
        return plain(sign > 0 ? a.add(b) : a.subtract(b));
    }

    private static BigDecimal known(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : plain(amount);
    }

    /** One number has one form: a sum keeps no trace of the decimals a withdrawn report once had, and has no exponent. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private Adding() {}
}
