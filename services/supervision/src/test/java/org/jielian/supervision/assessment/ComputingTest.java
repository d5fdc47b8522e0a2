package org.jielian.supervision.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.supervision.assessment.Made.agencies;
import static org.jielian.supervision.assessment.Made.allotted;
import static org.jielian.supervision.assessment.Made.covered;
import static org.jielian.supervision.assessment.Made.inputs;
import static org.jielian.supervision.assessment.Made.rules;
import static org.jielian.supervision.assessment.Made.target;
import static org.jielian.supervision.assessment.Made.task;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jielian.supervision.assessment.Outcome.Line;
import org.junit.jupiter.api.Test;

class ComputingTest {
    private static final LocalDate DUE = LocalDate.of(2026, 5, 10);

    private static Line line(Outcome outcome, String code) {
        return outcome.lines().stream()
                .filter(l -> l.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linesWithoutDataLeaveNumeratorAndDenominator() {
        Outcome nothing = Computing.of(rules(), Made.nothing());
        assertThat(nothing.score()).isNull();
        assertThat(nothing.grade()).isNull();
        assertThat(nothing.lines()).allSatisfy(l -> {
            assertThat(l.points()).isNull();
            assertThat(l.missing()).isNotNull();
        });

        Outcome one = Computing.of(
                rules(),
                inputs(
                        List.of(),
                        List.of(covered("A", 12, 12), covered("B", 12, 6)),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
        assertThat(one.applicable()).isEqualByComparingTo("25");
        assertThat(line(one, "COVERAGE").points()).isEqualByComparingTo("11.25");
        assertThat(one.base()).isEqualByComparingTo("85");
    }

    @Test
    void pointsOfATargetAreTheShareThatWasReached() {
        Outcome o = Computing.of(
                rules(),
                inputs(
                        List.of(target("T1", "5", "100", true), target("T2", "2.5", "50", false)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
        assertThat(line(o, "TARGETS.T1").points()).isEqualByComparingTo("14");
        assertThat(line(o, "TARGETS.T2").points()).isEqualByComparingTo("7");
        assertThat(o.base()).isEqualByComparingTo("75");
        assertThat(o.vetoes()).extracting(Outcome.Vetoed::veto).containsExactly(Veto.TARGET_MISSED);
        assertThat(o.grade()).as("whatever the score").isEqualTo(Grade.UNFINISHED);
    }

    @Test
    void whatGrewGetsNothingAndNotLess() {
        Outcome o = Computing.of(
                rules(),
                inputs(List.of(target("T1", "-3", "-60", false)), List.of(), List.of(), List.of(), List.of(), null));
        assertThat(o.score()).isEqualByComparingTo("0");
    }

    @Test
    void whatIsNotDueOrWasWithdrawnIsNeitherInTimeNorLate() {
        Outcome o = Computing.of(
                rules(),
                inputs(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                task("VERIFIED", DUE, DUE, 0),
                                task("ANSWERED", DUE, DUE.plusDays(1), 2),
                                task("OPEN", DUE, null, 0),
                                task("OPEN", Made.TODAY, null, 0),
                                task("WITHDRAWN", DUE, DUE.plusDays(1), 0)),
                        List.of(),
                        null));
        assertThat(line(o, "TASKS").numerator()).isEqualByComparingTo("1");
        assertThat(line(o, "TASKS").denominator()).isEqualByComparingTo("3");
        assertThat(o.base()).isEqualByComparingTo("33.3329");
        assertThat(o.deducted()).as("returned twice").isEqualByComparingTo("0.5");
        assertThat(o.score()).isEqualByComparingTo("32.8329");
    }

    @Test
    void lateReportsCostNoMoreThanTheirCap() {
        var late = Collections.nCopies(9, new Inputs.Late("A", "2026-03", DUE, UUID.randomUUID()));
        Outcome o = Computing.of(
                rules(), inputs(List.of(), List.of(covered("A", 12, 12)), late, List.of(), List.of(), null));
        assertThat(line(o, "ON_TIME").numerator()).isEqualByComparingTo("3");
        assertThat(o.deducted()).isEqualByComparingTo("3");
        assertThat(o.base()).isEqualByComparingTo("70");
        assertThat(o.score()).isEqualByComparingTo("67");
        assertThat(o.grade()).isEqualTo(Grade.MOSTLY);
    }

    @Test
    void theShareRecognisedIsMeasuredAgainstWhatWasAllotted() {
        var half = inputs(List.of(), List.of(), List.of(), List.of(), agencies(4, 6), allotted("80", false));
        assertThat(line(Computing.of(rules(), half), "RECOGNISED").points()).isEqualByComparingTo("6.5");
        assertThat(Computing.of(rules(), half).vetoes()).isEmpty();

        var binding = inputs(List.of(), List.of(), List.of(), List.of(), agencies(4, 6), allotted("80", true));
        assertThat(Computing.of(rules(), binding).vetoes())
                .extracting(Outcome.Vetoed::veto)
                .containsExactly(Veto.BINDING_TASK_MISSED);

        var more = inputs(List.of(), List.of(), List.of(), List.of(), agencies(9, 1), allotted("80", true));
        assertThat(Computing.of(rules(), more).score()).isEqualByComparingTo("100");
        assertThat(Computing.of(rules(), more).grade()).isEqualTo(Grade.EXCEEDED);

        var none = inputs(List.of(), List.of(), List.of(), List.of(), agencies(4, 6), null);
        assertThat(line(Computing.of(rules(), none), "RECOGNISED").missing().code())
                .isEqualTo("NO_ALLOTMENT");
    }
}
