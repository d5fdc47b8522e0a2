package org.jielian.supervision.assessment;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.TargetKind;
import org.jielian.supervision.evaluation.Result.TargetPosition;
import org.jielian.supervision.programme.Agency;
import org.jielian.supervision.programme.Allotment;

/** Rules and inputs as tests need them. */
final class Made {
    static final LocalDate TODAY = LocalDate.of(2027, 1, 15);

    static Rules rules() {
        return Rules.of(new SmallRyeConfigBuilder()
                .withMapping(AssessmentConfig.class)
                .build()
                .getConfigMapping(AssessmentConfig.class));
    }

    static TargetPosition target(String code, String decline, String rate, Boolean met) {
        return new TargetPosition(
                code,
                new Name("目标" + code, "Target " + code),
                TargetKind.DECLINE,
                Indicator.E_CAP,
                "kgce/person",
                2020,
                2026,
                new BigDecimal("5"),
                new BigDecimal("100"),
                new BigDecimal("96"),
                decline == null ? null : new BigDecimal(decline),
                rate == null ? null : new BigDecimal(rate),
                met,
                true,
                null);
    }

    static Inputs.Covered covered(String unit, long expected, long reported) {
        return new Inputs.Covered(unit, unit, expected, reported, expected);
    }

    static Inputs.Tasked task(String status, LocalDate due, LocalDate settled, long returned) {
        return new Inputs.Tasked(
                UUID.randomUUID(), "BY_PERSON", "331102", "督办", "task", status, due, settled, returned);
    }

    static List<Agency> agencies(int titled, int untitled) {
        return java.util.stream.IntStream.range(0, titled + untitled)
                .mapToObj(i -> new Agency("U" + i, "U" + i, "331102", i < titled, null, null, null))
                .toList();
    }

    static Allotment allotted(String share, boolean binding) {
        return new Allotment("330000", "331100", 2026, 1, new BigDecimal(share), binding, "分配", "a", Instant.EPOCH);
    }

    /** A city about which nothing is known. */
    static Inputs nothing() {
        return inputs(List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    static Inputs inputs(
            List<TargetPosition> targets,
            List<Inputs.Covered> coverage,
            List<Inputs.Late> late,
            List<Inputs.Tasked> tasks,
            List<Agency> agencies,
            Allotment allotment) {
        return new Inputs(
                TODAY,
                "331100",
                false,
                2026,
                "330000/JNJG/1",
                null,
                Map.of(),
                targets,
                List.of(),
                coverage,
                YearMonth.of(2026, 1),
                late,
                List.of(),
                tasks,
                List.of(),
                agencies,
                allotment,
                List.of(),
                List.of());
    }

    private Made() {}
}
