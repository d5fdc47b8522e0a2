package org.jielian.units.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;

class UnitTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);
    private static final YearMonth JULY = YearMonth.of(2025, 7);
    private static final YearMonth OCTOBER = YearMonth.of(2025, 10);

    private final Unit unit = Unit.register(
            UnifiedSocialCreditCode.of("12330106MB0000035W"), description("市图书馆", 12), in("331102", JANUARY));

    @Test
    void keepsEarlierMonthsWhereTheyCounted() {
        assertThat(unit.move(in("331121", JULY))).isTrue();

        assertThat(unit.state().belongings()).containsExactly(in("331102", JANUARY), in("331121", JULY));
        assertThat(unit.regionCode()).isEqualTo("331121");
        assertThat(unit.since()).isEqualTo(JULY);
    }

    @Test
    void correctsAMoveOfTheSameMonth() {
        unit.move(in("331121", JULY));
        unit.move(in("331122", JULY));

        assertThat(unit.state().belongings()).containsExactly(in("331102", JANUARY), in("331122", JULY));
    }

    @Test
    void refusesAMoveBeforeTheLastOne() {
        unit.move(in("331121", JULY));

        refused(() -> unit.move(in("331122", JULY.minusMonths(1))), UnitProblem.MOVE_TOO_EARLY);
    }

    @Test
    void noticesThatNothingChanges() {
        assertThat(unit.move(in("331102", JANUARY))).isFalse();
        assertThat(unit.describe(description("市图书馆", 12))).isFalse();
        assertThat(unit.describe(description("市图书馆", 13))).isTrue();
    }

    @Test
    void isNotChangedOnceItIsClosed() {
        unit.close(JULY);

        refused(() -> unit.close(OCTOBER), UnitProblem.UNIT_CLOSED);
        refused(() -> unit.move(in("331121", OCTOBER)), UnitProblem.UNIT_CLOSED);
        refused(() -> unit.describe(description("图书馆", 1)), UnitProblem.UNIT_CLOSED);
        assertThat(unit.state().closedFrom()).isEqualTo(JULY);
    }

    @Test
    void cannotCloseBeforeItBegan() {
        refused(() -> unit.close(JANUARY), UnitProblem.CLOSED_TOO_EARLY);
    }

    @Test
    void followsItsReorganisedRegionFromTheMonthOn() {
        assertThat(unit.follow(Map.of("331102", "331103"), JULY)).isTrue();

        assertThat(unit.state().belongings()).containsExactly(in("331102", JANUARY), in("331103", JULY));
    }

    @Test
    void followsAlsoWhereALaterMoveIsKnownAlready() {
        unit.move(in("331121", JULY));
        unit.move(in("331102", OCTOBER));

        assertThat(unit.follow(Map.of("331102", "331103"), YearMonth.of(2025, 3)))
                .isTrue();

        assertThat(unit.state().belongings())
                .containsExactly(
                        in("331102", JANUARY),
                        in("331103", YearMonth.of(2025, 3)),
                        in("331121", JULY),
                        in("331103", OCTOBER));
    }

    @Test
    void isNotConcernedByRegionsItHasLeft() {
        unit.move(in("331121", JULY));

        assertThat(unit.follow(Map.of("331102", "331103"), JULY)).isFalse();
        unit.close(OCTOBER);
        assertThat(unit.follow(Map.of("331121", "331103"), OCTOBER)).isFalse();
    }

    @Test
    void isOfNoKindItsTypeCannotBe() {
        unit.describe(description("图书馆", 12).as(UnitKind.LIBRARY, UnitLevel.COUNTY));

        refused(
                () -> unit.describe(description("图书馆", 12).as(UnitKind.PRIMARY, null)),
                UnitProblem.INVALID_DESCRIPTION);
        assertThat(unit.state().kind()).isEqualTo(UnitKind.LIBRARY);

        unit.move(new Belonging("331102", InstitutionType.SCHOOL, JULY));
        assertThat(unit.state().kind()).isNull();
        assertThat(unit.state().level()).isNull();
    }

    private static Belonging in(String region, YearMonth from) {
        return new Belonging(region, InstitutionType.OTHER, from);
    }

    private static Description description(String name, int headcount) {
        return new Description(name, new BigDecimal("1200.5"), headcount, false, Heating.NONE, null, null);
    }

    private static void refused(Runnable change, UnitProblem problem) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type())
                .isEqualTo(problem));
    }
}
