package org.jielian.supervision.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Sense;
import org.jielian.contracts.StandardPackage.Threshold;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final Quota EUE = new Quota(
            "AGENCY",
            "*",
            "*",
            "*",
            Indicator.EUE,
            Map.of(
                    Bound.CONSTRAINT,
                    new BigDecimal("2.2"),
                    Bound.BASELINE,
                    new BigDecimal("1.8"),
                    Bound.GUIDANCE,
                    new BigDecimal("1.4")));

    static StandardPackage content(Item... items) {
        return new StandardPackage(
                "QUOTA", BigDecimal.valueOf(80), List.of(), List.of(items), List.of(), List.of(EUE), List.of());
    }

    static Item item(
            String code, ScoringFunction function, String points, boolean binding, Threshold asked, Integer often) {
        return new Item(
                code,
                "A",
                new Name(code, code),
                Kind.QUANTITATIVE,
                function,
                function == ScoringFunction.TIER ? Indicator.EUE : null,
                new BigDecimal(points),
                binding,
                asked,
                often,
                null,
                null);
    }

    private static Threshold threshold(String value) {
        if (value == null) return null;
        String[] parts = value.split(" ");
        return new Threshold(new BigDecimal(parts[1]), parts[2], Sense.valueOf(parts[0]));
    }

    private static BigDecimal number(String number) {
        return number == null ? null : new BigDecimal(number);
    }

    @ParameterizedTest(name = "{0} of {1}, threshold {2}, {3} a year: {4} of {5} gives {6}")
    @CsvSource({
        // full if met, otherwise the share of it that was reached, never less than nothing
        "TARGET, 3, , , 100, , 3",
        "TARGET, 3, , , 120, , 3",
        "TARGET, 3, , , 50, , 1.5",
        "TARGET, 3, , , -20, , 0",
        // guidance, baseline, constraint, above; a limit itself is kept to
        "TIER, 2, , , 1.4, , 2",
        "TIER, 2, , , 1.41, , 1.6",
        "TIER, 2, , , 1.8, , 1.6",
        "TIER, 2, , , 2.2, , 1.2",
        "TIER, 2, , , 2.21, , 0",
        // 7/6/5/4/0 sevenths by the ratio to the average
        "BAND, 7, , , 90, 100, 7",
        "BAND, 7, , , 90.01, 100, 6",
        "BAND, 7, , , 110, 100, 5",
        "BAND, 7, , , 120, 100, 4",
        "BAND, 7, , , 120.01, 100, 0",
        "BAND, 2, , , 100, 100, 1.7143",
        // the covered share; a threshold is what full points ask for
        "COVER, 3, , , 1, 3, 1",
        "COVER, 2, AT_LEAST 100 %, , 11, 12, 1.8333",
        "COVER, 2, AT_LEAST 30 %, , 3, 10, 2",
        "COVER, 2, AT_LEAST 30 %, , 3, 20, 1",
        // for each piece up to the cap
        "COUNT, 3, AT_LEAST 6 件, , 5, , 2.5",
        "COUNT, 3, , 4, 4, , 3",
        "COUNT, 3, , 4, 9, , 3",
        "COUNT, 1, , , 1, , 1",
        "BOOL, 2, , , 1, , 2",
        "BOOL, 2, , , 0, , 0",
        "BOOL, 2, AT_MOST 5 %, , 5, , 2",
        "BOOL, 2, AT_MOST 5 %, , 5.1, , 0",
        // less for each failing sample, and for each that should have been taken and was not
        "SAMPLE, 2, AT_LEAST 10 间, , 0, 10, 2",
        "SAMPLE, 2, AT_LEAST 10 间, , 1, 10, 1.8",
        "SAMPLE, 2, AT_LEAST 10 间, , 0, 5, 1",
        "SAMPLE, 2, AT_LEAST 10 间, , 5, 20, 1.5",
        "DOC, 3, , , 0, , 0",
        "DOC, 3, , , 50, , 1.5",
        "DOC, 3, , , 100, , 3",
    })
    void givesPoints(
            ScoringFunction function,
            String of,
            String asked,
            Integer often,
            String value,
            String whole,
            String points) {
        Item item = item("X", function, of, false, threshold(asked), often);
        assertThat(Scoring.points(item, new Found(number(value), number(whole)), content(item)))
                .isEqualByComparingTo(points);
    }

    @ParameterizedTest(name = "{0}: {1} of {2} says {3}")
    @CsvSource({
        "COVER, 1, 0, not applicable",
        "COVER, 1, , not applicable",
        "COVER, 3, 2, more is covered",
        "COUNT, 1.5, , whole",
        "BOOL, 2, , yes",
        "SAMPLE, 3, 2, more samples failed",
        "DOC, 70, , grade",
        "DOC, -50, , negative",
        "DOC, , , what was found",
    })
    void refusesWhatDoesNotFitTheFunction(ScoringFunction function, String value, String whole, String says) {
        Item item = item("X9", function, "2", false, null, null);
        assertThatThrownBy(() -> Scoring.points(item, new Found(number(value), number(whole)), content(item)))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.detail().en()).contains("X9", says));
    }

    @Test
    void leavesWhatIsNotApplicableOutOfNumeratorAndDenominator() {
        Item a = item("A", ScoringFunction.DOC, "3", false, null, null);
        Item b = item("B", ScoringFunction.DOC, "7", false, null, null);
        Item c = item("C", ScoringFunction.DOC, "5", false, null, null);
        Total total = Total.of(content(a, b, c), Map.of("A", score("3"), "B", score("5"), "C", NOT_APPLICABLE));
        assertThat(total.got()).isEqualByComparingTo("8");
        assertThat(total.applicable()).isEqualByComparingTo("10");
        assertThat(total.score()).isEqualByComparingTo("80");
        assertThat(total.passes()).isTrue();
    }

    @Test
    void isNotRoundedIntoPassing() {
        Item a = item("A", ScoringFunction.DOC, "3000000", false, null, null);
        Total total = Total.of(content(a), Map.of("A", score("2399999")));
        assertThat(total.score()).isEqualByComparingTo("80");
        assertThat(total.passes()).isFalse();
    }

    @Test
    void failsByABindingItemWhateverTheScore() {
        Item binding = item("A", ScoringFunction.COVER, "1", true, null, null);
        Item rest = item("B", ScoringFunction.DOC, "99", false, null, null);
        Total total = Total.of(content(binding, rest), Map.of("A", score("0.9999"), "B", score("99")));
        assertThat(total.score()).isGreaterThan(BigDecimal.valueOf(99));
        assertThat(total.failing()).containsExactly("A");
        assertThat(total.passes()).isFalse();
    }

    @Test
    void countsWhatNobodyScoredAsApplicableAndNamesIt() {
        Item a = item("A", ScoringFunction.DOC, "9", false, null, null);
        Item b = item("B", ScoringFunction.DOC, "1", false, null, null);
        Total total = Total.of(content(a, b), Map.of("A", score("9")));
        assertThat(total.score()).isEqualByComparingTo("90");
        assertThat(total.missing()).containsExactly("B");
        assertThat(total.passes()).isFalse();
    }

    @Test
    void hasNoScoreWhereNothingIsApplicable() {
        Item a = item("A", ScoringFunction.DOC, "9", false, null, null);
        Total total = Total.of(content(a), Map.of("A", NOT_APPLICABLE));
        assertThat(total.score()).isNull();
        assertThat(total.passes()).isFalse();
    }

    private static final Score NOT_APPLICABLE = new Score(false, null, null, null, "none", null, "u", null);

    private static Score score(String points) {
        return new Score(true, null, new BigDecimal(points), null, null, null, "u", null);
    }
}
