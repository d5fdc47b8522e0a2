package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.i18n.Words;

/** The figures a region is judged by, each in the unit people read it in. */
public enum Measure {
    ENERGY("energy", 3, 2, Rollup::energyKgce, r -> r.units().reported()),
    PER_CAPITA("perCapita", 0, 2, Rollup::perCapita, r -> r.units().reported()),
    PER_AREA("perArea", 0, 2, Rollup::perArea, r -> r.units().reported()),
    WATER_PER_CAPITA("waterPerCapita", 0, 2, Rollup::waterPerCapita, r -> carrying(r, "waterM3")),
    CO2("co2", 3, 2, Rollup::co2Kg, r -> r.units().reported()),
    ELECTRICITY("electricity", 0, 2, r -> r.quantities().get("electricityKwh"), r -> carrying(r, "electricityKwh"));

    private final String code;
    private final int tenth;
    private final int decimals;
    private final Function<Rollup, BigDecimal> of;
    private final ToLongFunction<Rollup> reports;

    Measure(String code, int tenth, int decimals, Function<Rollup, BigDecimal> of, ToLongFunction<Rollup> reports) {
        this.code = code;
        this.tenth = tenth;
        this.decimals = decimals;
        this.of = of;
        this.reports = reports;
    }

    static Measure of(String code, Measure otherwise) {
        return Arrays.stream(values())
                .filter(m -> m.code.equals(code))
                .findFirst()
                .orElse(otherwise);
    }

    public String code() {
        return code;
    }

    int decimals() {
        return decimals;
    }

    public String label(Words words) {
        return words.get("measure" + name());
    }

    public String unit(Words words) {
        return words.get("unit" + name());
    }

    /** The figure in its printed unit; {@code null} when nobody reported it. */
    public BigDecimal in(Rollup rollup) {
        BigDecimal raw = raw(rollup);
        return raw == null ? null : raw.movePointLeft(tenth).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** The figure in its base unit. */
    BigDecimal raw(Rollup rollup) {
        return rollup == null || !rollup.hasReports() ? null : of.apply(rollup);
    }

    /** Against the year before; {@code null} when either is missing. */
    public Change change(Rollup before, Rollup now) {
        return Change.between(raw(before), raw(now));
    }

    /** How many reports the figure is made of. */
    long reports(Rollup rollup) {
        return reports.applyAsLong(rollup);
    }

    private static long carrying(Rollup rollup, String quantity) {
        return rollup.reportedOf().getOrDefault(quantity, 0L);
    }
}
