package org.jielian.metrics.closings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jielian.contracts.ClosingState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.metrics.rollups.ReportSums;
import org.jielian.metrics.rollups.Rollup.Coverage;
import org.jielian.metrics.rollups.RollupAnswers;

/** The sums of a month by institution type, in both layers, with how many units were expected. */
record FrozenFigures(List<ClosingState.Figures> types) {
    static FrozenFigures of(ReportSums sums, Map<InstitutionType, Long> expected) {
        Map<String, Map<String, Collected>> collected = new HashMap<>();
        for (ReportSums.Line line : sums.lines()) {
            collected
                    .computeIfAbsent(line.type(), t -> new HashMap<>())
                    .computeIfAbsent(line.layer(), l -> new Collected())
                    .add(line);
        }
        List<ClosingState.Figures> types = new ArrayList<>();
        for (InstitutionType type : InstitutionType.values()) {
            Map<String, Collected> layers = collected.getOrDefault(type.name(), Map.of());
            if (layers.isEmpty() && !expected.containsKey(type)) continue;
            types.add(new ClosingState.Figures(
                    type, expected.getOrDefault(type, 0L), sums(layers, "live"), sums(layers, "reviewed")));
        }
        return new FrozenFigures(types);
    }

    private static Sums sums(Map<String, Collected> layers, String layer) {
        return layers.containsKey(layer) ? layers.get(layer).sums() : RollupAnswers.nothing();
    }

    /** The lines of one type and layer. */
    private static final class Collected {
        private final Map<String, BigDecimal> quantities = new TreeMap<>();
        private final Map<String, Long> reportedOf = new TreeMap<>();
        private long reports;
        private BigDecimal headcount = BigDecimal.ZERO;
        private BigDecimal floorArea = BigDecimal.ZERO;

        void add(ReportSums.Line line) {
            if (line.quantity() == null) reports = line.reports();
            else if (line.quantity().equals("headcount")) headcount = line.sum();
            else if (line.quantity().equals("floorArea")) floorArea = line.sum();
            else {
                quantities.put(line.quantity(), line.sum());
                reportedOf.put(line.quantity(), line.reports());
            }
        }

        Sums sums() {
            return new Sums(quantities, reportedOf, reports, headcount, floorArea);
        }
    }

    Sums all(Function<ClosingState.Figures, Sums> layer) {
        return types.stream().map(layer).reduce(RollupAnswers.nothing(), RollupAnswers::plus);
    }

    Coverage coverage() {
        return new Coverage(
                types.stream().mapToLong(ClosingState.Figures::expected).sum(),
                types.stream().mapToLong(t -> t.live().reports()).sum(),
                types.stream().mapToLong(t -> t.reviewed().reports()).sum());
    }

    FrozenFigures plus(FrozenFigures other) {
        Map<InstitutionType, ClosingState.Figures> sum = new EnumMap<>(InstitutionType.class);
        types.forEach(t -> sum.put(t.type(), t));
        other.types.forEach(t -> sum.merge(
                t.type(),
                t,
                (a, b) -> new ClosingState.Figures(
                        a.type(),
                        a.expected() + b.expected(),
                        RollupAnswers.plus(a.live(), b.live()),
                        RollupAnswers.plus(a.reviewed(), b.reviewed()))));
        return new FrozenFigures(List.copyOf(sum.values()));
    }
}
