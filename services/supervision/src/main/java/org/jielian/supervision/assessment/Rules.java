package org.jielian.supervision.assessment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * By which weights, deductions and grades a sheet was made; kept on the sheet.
 *
 * @param weights points of each line
 * @param each points one entry of the record costs
 * @param atMost the most an item of the record may cost; absent where there is no limit
 */
public record Rules(
        Map<Item, BigDecimal> weights,
        Map<Item, BigDecimal> each,
        Map<Item, BigDecimal> atMost,
        BigDecimal exceeded,
        BigDecimal fulfilled,
        BigDecimal mostly,
        Set<Veto> vetoes) {
    static Rules of(AssessmentConfig config) {
        AssessmentConfig.Weights w = config.weights();
        Map<Item, BigDecimal> weights = new EnumMap<>(Map.of(
                Item.TARGETS, w.targets(),
                Item.BANDS, w.bands(),
                Item.COVERAGE, w.coverage(),
                Item.ON_TIME, w.onTime(),
                Item.CONFIRMED, w.confirmed(),
                Item.TASKS, w.tasks(),
                Item.RECTIFIED, w.rectified(),
                Item.RECOGNISED, w.recognised()));
        AssessmentConfig.Deductions d = config.deductions();
        Map<Item, BigDecimal> each = new EnumMap<>(Map.of(
                Item.LATE, d.late(),
                Item.RETURNED_TWICE, d.returnedTwice(),
                Item.UNRESOLVED, d.unresolved(),
                Item.CRITICISED, d.criticised(),
                Item.SUMMONED, d.summoned(),
                Item.FALSIFIED, d.falsified()));
        AssessmentConfig.Grades g = config.grades();
        Set<Veto> vetoes = EnumSet.noneOf(Veto.class);
        vetoes.addAll(config.vetoes());
        return new Rules(
                weights, each, Map.of(Item.LATE, d.lateAtMost()), g.exceeded(), g.fulfilled(), g.mostly(), vetoes);
    }
}
