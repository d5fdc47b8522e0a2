package org.jielian.portal.standards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One figure as a mark on a scale cut at its limits, in percent of the scale's length. Less is better: the best zone comes first.
 *
 * @param limits what the cuts are, in words
 * @param next what is missing to the next better zone; {@code null} in the best one
 * @param mark where the figure stands
 */
public record Gauge(
        String label,
        String value,
        String band,
        boolean above,
        String limits,
        String next,
        List<Zone> zones,
        BigDecimal mark) {
    private static final BigDecimal ROOM = new BigDecimal("1.15");
    private static final int DECIMALS = 2;

    /** A part of the scale; {@code look} is best, good, fair or above. */
    public record Zone(BigDecimal from, BigDecimal width, String look) {}

    /** The zones that these limits cut, best first, and where a value stands on the same scale. */
    static Gauge of(
            String label,
            String text,
            String band,
            boolean above,
            String limits,
            String next,
            List<BigDecimal> bounds,
            BigDecimal value) {
        List<BigDecimal> cuts = bounds.stream().sorted().toList();
        BigDecimal end = cuts.get(cuts.size() - 1).max(value).multiply(ROOM);
        List<Zone> zones = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        for (int i = 0; i <= cuts.size(); i++) {
            BigDecimal to = i == cuts.size() ? new BigDecimal(100) : percent(cuts.get(i), end);
            zones.add(new Zone(from, to.subtract(from), look(i, cuts.size())));
            from = to;
        }
        return new Gauge(label, text, band, above, limits, next, zones, percent(value, end));
    }

    private static String look(int zone, int cuts) {
        if (zone == 0) return "best";
        if (zone == cuts) return "above";
        return zone == 1 && cuts > 2 ? "good" : "fair";
    }

    private static BigDecimal percent(BigDecimal value, BigDecimal end) {
        return value.movePointRight(2).divide(end, DECIMALS, RoundingMode.HALF_UP);
    }
}
