package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.Rollup.Coverage;
import org.jielian.metrics.rollups.Rollup.Terms;

/** A region's figures for other features: as they are now, and made of sums that were kept, by the same arithmetic. */
@Singleton
public class RollupAnswers {
    @Inject
    ReadingRollups reading;

    @Inject
    RollupAccess access;

    @Inject
    Coefficients coefficients;

    @Inject
    Slots slots;

    /** The region, if the caller may see its figures of that month. */
    public About requireSees(String region, YearMonth month) {
        return access.require(region, month(month));
    }

    /** The region, if the caller may see its figures of that year. */
    public About requireSees(String region, Year year) {
        return access.require(region, Period.of(year.toString(), null));
    }

    /** Its figures of a month as they are now. */
    public Rollup now(About region, YearMonth month, String layer, String set) {
        return reading.whole(region, month(month), null, terms(layer, set));
    }

    /** The same by institution type. */
    public List<Rollup> typesNow(About region, YearMonth month, String layer, String set) {
        return reading.types(region, month(month), terms(layer, set));
    }

    /** How far each month of a year has come, January to December. */
    public List<Coverage> coverageNow(About region, Year year) {
        return reading.series(region, Period.of(year.toString(), null), null, terms("live", null)).stream()
                .map(Rollup::units)
                .toList();
    }

    /**
     * Figures made of sums.
     *
     * @param period the month or year they are of
     * @param type {@code null} for all types together
     * @param sums of the layer
     */
    public Rollup ofSums(
            About region,
            String period,
            InstitutionType type,
            String layer,
            Sums sums,
            Coverage units,
            Instant asOf,
            String set) {
        int year = Integer.parseInt(period.substring(0, 4));
        var figures = new Figures(Map.of(year, sums), units.reported(), units.reviewed(), asOf);
        int months = Period.of(period, null).months();
        return Rollup.of(
                region,
                period,
                months,
                type == null ? null : type.name(),
                figures,
                units.expected(),
                terms(layer, set));
    }

    /** Both together. */
    public static Sums plus(Sums a, Sums b) {
        return Adding.plus(a, b);
    }

    public static Sums nothing() {
        return Adding.NOTHING;
    }

    private static Period month(YearMonth month) {
        return Period.of(month.toString(), null);
    }

    private Terms terms(String layer, String set) {
        return new Terms(Layer.of(layer), coefficients.require(set), slots.all());
    }
}
