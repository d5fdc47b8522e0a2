package org.jielian.foundation.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void takesNumbersAndTheEndOfTheListAsAPlaceAmongNumbers() {
        Order byScore = Order.byNumber("score", "code", true);

        for (String place : new String[] {"-12.5", "0", "Infinity"}) {
            Cursor cursor = new Cursor(place, "A/1");
            assertThat(byScore.decode(cursor.encoded())).isEqualTo(cursor);
        }
        assertThat(byScore.decode(null)).isNull();
    }

    @Test
    void refusesACursorOfAnotherOrder() {
        Order byScore = Order.byNumber("score", "code", false);
        String byDay = new Cursor("2026-11-30", "A/1").encoded();

        assertThatThrownBy(() -> byScore.decode(byDay))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(CommonProblem.INVALID));
        assertThat(Order.byText("day", "code", false).decode(byDay)).isEqualTo(new Cursor("2026-11-30", "A/1"));
    }

    @Test
    void rowsWithoutANumberComeLastHoweverTheOthersAreSorted() {
        for (boolean descending : new boolean[] {true, false}) {
            Order order = Order.byNumber("score", "code", descending);

            assertThat(order.clause()).contains("'Infinity'").doesNotContain("desc");
            assertThat(order.beyond()).contains(") > (");
        }
    }
}
