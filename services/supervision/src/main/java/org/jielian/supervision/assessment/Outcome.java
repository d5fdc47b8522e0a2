package org.jielian.supervision.assessment;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a sheet comes to.
 *
 * @param got points of the lines that could be computed
 * @param applicable what those lines are worth; lines without data are in neither
 * @param base 100 * got / applicable, four decimals, half up; {@code null} when nothing could be computed
 * @param deducted what the record costs
 * @param score base less what is deducted, not below zero
 * @param grade {@code null} without a score, unless a veto decides
 */
public record Outcome(
        List<Line> lines,
        List<Deduction> deductions,
        List<Vetoed> vetoes,
        BigDecimal got,
        BigDecimal applicable,
        BigDecimal base,
        BigDecimal deducted,
        BigDecimal score,
        Grade grade) {
    /**
     * One line.
     *
     * @param code the item, for a target with its code: {@code TARGETS.T1}
     * @param numerator of what is counted
     * @param denominator likewise
     * @param percent what was reached, four decimals, half up
     * @param goal per cent that give full points
     * @param points {@code null} with the reason where there are no data
     */
    public record Line(
            String code,
            Item item,
            String zh,
            String en,
            BigDecimal weight,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal percent,
            BigDecimal goal,
            BigDecimal points,
            Lacking missing) {}

    /** Points taken off; {@code points} is {@code null} with the reason where nobody looked. */
    public record Deduction(
            Item item, long count, BigDecimal each, BigDecimal atMost, BigDecimal points, Lacking missing) {}

    /** Why a number is not known. */
    public record Lacking(String code, String zh, String en) {}

    /** A veto and what it is about. */
    public record Vetoed(Veto veto, String zh, String en) {}
}
