package org.jielian.supervision.honours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.evaluation.YearSums;
import org.jielian.supervision.honours.Placed.Outcome;
import org.junit.jupiter.api.Test;

class ChoosingTest {
    private static final List<UUID> NONE = List.of();

    private static Rule leaders(Integer number, String percent) {
        return new Rule(
                Indicator.E_CAP,
                List.of(new Rule.Places(
                        InstitutionType.SCHOOL, number, percent == null ? null : new BigDecimal(percent))),
                EnumSet.of(Why.YEAR_INCOMPLETE, Why.ABOVE_CONSTRAINT, Why.OVERDUE),
                null,
                null,
                null);
    }

    private static Candidate school(String code, String value, int months) {
        return candidate(code, InstitutionType.SCHOOL, value, months, Map.of("E_CAP", "WITHIN_GUIDANCE"), null, NONE);
    }

    private static Candidate candidate(
            String code,
            InstitutionType type,
            String value,
            int months,
            Map<String, String> bands,
            String score,
            List<UUID> overdue) {
        return new Candidate(
                code,
                code,
                "331102",
                type,
                new YearSums(Map.of(), BigDecimal.TEN, BigDecimal.TEN, months, months, null),
                12,
                value == null ? Map.of() : Map.of("E_CAP", new BigDecimal(value)),
                bands,
                Map.of(),
                null,
                score == null ? null : new BigDecimal(score),
                List.of(),
                NONE,
                overdue,
                NONE);
    }

    private static Placed of(List<Placed> placed, String code) {
        return placed.stream()
                .filter(p -> p.candidate().unit().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLowestFiguresAreChosenAndEqualOnesShareTheirRank() {
        List<Placed> placed = Choosing.of(
                HonourKind.LEADER,
                leaders(2, null),
                List.of(
                        school("A", "30", 12),
                        school("B", "10", 12),
                        school("C", "20.0", 12),
                        school("D", "20.00", 12)));
        assertThat(placed).extracting(p -> p.candidate().unit()).containsExactly("B", "C", "D", "A");
        assertThat(placed).extracting(Placed::rank).containsExactly(1, 2, 2, 4);
        assertThat(placed)
                .extracting(Placed::outcome)
                .containsExactly(Outcome.CHOSEN, Outcome.CHOSEN, Outcome.CHOSEN, Outcome.RANKED);
    }

    @Test
    void aPerCentOfTheRankedOnesIsTheNextWholeNumber() {
        List<Placed> placed = Choosing.of(
                HonourKind.LEADER,
                leaders(null, "30"),
                List.of(
                        school("A", "1", 12),
                        school("B", "2", 12),
                        school("C", "3", 12),
                        school("D", "4", 12),
                        school("E", "4", 11)));
        assertThat(placed).filteredOn(p -> p.outcome() == Outcome.CHOSEN).hasSize(2);
    }

    @Test
    void allReasonsAreSaid() {
        UUID task = UUID.randomUUID();
        Candidate bad = candidate(
                "A", InstitutionType.HOSPITAL, null, 7, Map.of("E_CAP", "ABOVE_CONSTRAINT"), null, List.of(task));
        Placed placed = of(Choosing.of(HonourKind.LEADER, leaders(1, null), List.of(bad)), "A");
        assertThat(placed.outcome()).isEqualTo(Outcome.EXCLUDED);
        assertThat(placed.rank()).isNull();
        assertThat(placed.reasons())
                .extracting(r -> r.why() + " " + r.detail())
                .containsExactly(
                        "YEAR_INCOMPLETE 7/12",
                        "ABOVE_CONSTRAINT E_CAP",
                        "OVERDUE " + task,
                        "NO_VALUE ",
                        "TYPE_NOT_SELECTED HOSPITAL");
    }

    @Test
    void demonstrationUnitsNeedTheirScoreWithABonusThatIsLimited() {
        Rule rule = new Rule(
                null,
                List.of(new Rule.Places(InstitutionType.AGENCY, null, new BigDecimal("100"))),
                EnumSet.of(Why.YEAR_INCOMPLETE),
                new BigDecimal("85"),
                new BigDecimal("3"),
                new BigDecimal("5"));
        rule.check(HonourKind.DEMONSTRATION);
        Map<String, String> good = Map.of("E_CAP", "WITHIN_GUIDANCE", "EL_AREA", "WITHIN_GUIDANCE");
        List<Placed> placed = Choosing.of(
                HonourKind.DEMONSTRATION,
                rule,
                List.of(
                        candidate("A", InstitutionType.AGENCY, null, 12, good, "81", NONE),
                        candidate("B", InstitutionType.AGENCY, null, 12, Map.of(), "84", NONE),
                        candidate("C", InstitutionType.AGENCY, null, 12, Map.of(), null, NONE)));
        assertThat(of(placed, "A").value()).isEqualByComparingTo("86");
        assertThat(of(placed, "A").outcome()).isEqualTo(Outcome.CHOSEN);
        assertThat(of(placed, "B").reasons()).extracting(Placed.Reason::why).containsExactly(Why.BELOW_SCORE);
        assertThat(of(placed, "C").reasons()).extracting(Placed.Reason::why).containsExactly(Why.NO_VALUE);
    }

    @Test
    void aRuleThatDecidesNothingIsRefused() {
        assertThatThrownBy(() -> leaders(null, null).check(HonourKind.LEADER)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> leaders(0, null).check(HonourKind.LEADER)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> leaders(1, null).check(HonourKind.DEMONSTRATION))
                .isInstanceOf(ProblemException.class);
    }
}
