package org.jielian.supervision.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.TargetKind;

/**
 * How a unit or region stands in a year by a standard (对标). Figures are rounded half up to four decimals; everything that was compared
 * was compared before rounding.
 *
 * @param node unit or region code
 * @param kind UNIT or REGION
 * @param regionCode whose release it is judged by
 * @param provisional whether reports of the year are missing; figures are then of the months reported and not those of a year
 * @param monthsExpected unit-months that should have been reported
 * @param monthsReported unit-months that were
 * @param basis what it was computed with
 * @param row by what its quota rows were found; {@code null} for a region
 */
public record Result(
        String node,
        String kind,
        String regionCode,
        String standardCode,
        int year,
        boolean provisional,
        long monthsExpected,
        long monthsReported,
        Basis basis,
        Row row,
        List<Figure> figures,
        List<TargetPosition> targets,
        List<ItemPoints> points) {
    /**
     * With which rules.
     *
     * @param release key of the release
     * @param coefficientSet name of the coefficient set the standard asks for
     * @param coefficientVersion its version; {@code null} when the set is not known
     * @param form codes of the forms the year was reported on
     */
    public record Basis(String release, String coefficientSet, Long coefficientVersion, String form) {}

    /** What quota rows are found by; each is {@code null} when it is not known. */
    public record Row(String type, String level, String zone, String heating) {}

    /**
     * One figure.
     *
     * @param value {@code null} when it can't be known
     * @param quota key of the quota row; {@code null} when there is none
     * @param bounds the limits of that row
     * @param band where the value lies; {@code null} without value or quota
     * @param next what would bring it to the next better band; {@code null} in the best one
     * @param missing why there is no value, or no band
     * @param notes what was assumed
     */
    public record Figure(
            Indicator indicator,
            String unit,
            BigDecimal value,
            String quota,
            Map<Bound, BigDecimal> bounds,
            Band band,
            Next next,
            Missing missing,
            List<Note> notes) {}

    /** The next better band, the limit it begins at, and how much less that is. */
    public record Next(Band band, BigDecimal bound, BigDecimal less) {}

    /** Something assumed. */
    public record Note(String code, String zh, String en) {}

    /**
     * One target.
     *
     * @param target what is to be reached: per cent for declines
     * @param base value of the base year
     * @param decline per cent less than in the base year; negative when it grew
     * @param rate share of the target that was reached, per cent
     * @param met {@code null} before the target's year is complete
     * @param binding whether a binding item of the standard is about it
     */
    public record TargetPosition(
            String code,
            Name name,
            TargetKind kind,
            Indicator indicator,
            String unit,
            Integer baseYear,
            int year,
            BigDecimal target,
            BigDecimal base,
            BigDecimal value,
            BigDecimal decline,
            BigDecimal rate,
            Boolean met,
            boolean binding,
            Missing missing) {}

    /** Points of one item; {@code null} with the reason where they can't be computed. */
    public record ItemPoints(
            String item,
            Name name,
            ScoringFunction function,
            Indicator indicator,
            BigDecimal of,
            BigDecimal points,
            Missing missing) {}

    /** The figure of an indicator; {@code null} if it is not among them. */
    public Figure figure(Indicator indicator) {
        return figures.stream()
                .filter(f -> f.indicator() == indicator)
                .findFirst()
                .orElse(null);
    }
}
