package org.jielian.units.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.Tier;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegionTreeTest {
    private static final YearMonth BEGINNING = YearMonth.of(2000, 1);
    private static final YearMonth JUNE = YearMonth.of(2020, 6);
    private static final YearMonth JULY = YearMonth.of(2020, 7);

    private final RegionTree tree = new RegionTree();

    @BeforeEach
    void plantJilin() {
        tree.begin("220000", null, BEGINNING);
        tree.begin("220100", "220000", BEGINNING);
        tree.begin("220300", "220000", BEGINNING);
        tree.begin("220381", "220300", BEGINNING);
    }

    @Test
    void leavesEarlierMonthsWhereTheyWere() {
        tree.move("220381", "220100", JUNE);

        assertThat(tree.parentIn("220381", JUNE.minusMonths(1))).contains("220300");
        assertThat(tree.parentIn("220381", JUNE)).contains("220100");
        assertThat(tree.childrenIn("220300", JUNE.minusMonths(1))).containsExactly("220381");
        assertThat(tree.childrenIn("220300", JUNE)).isEmpty();
    }

    @Test
    void hasNoFixedDepth() {
        tree.begin("429004", "220000", BEGINNING);

        assertThat(tree.path("429004")).isEqualTo("/220000/429004/");
        assertThat(tree.line("220381")).containsExactly("220000", "220300", "220381");
    }

    @Test
    void refusesToStandARegionUnderItself() {
        refused(() -> tree.move("220300", "220381", JUNE), RegionProblem.REGION_CYCLE);
        refused(() -> tree.move("220300", "220300", JUNE), RegionProblem.REGION_CYCLE);
    }

    @Test
    void refusesACircleThatWouldCloseInALaterMonth() {
        tree.move("220100", "220381", JULY);

        refused(() -> tree.move("220300", "220100", JUNE), RegionProblem.REGION_CYCLE);
    }

    @Test
    void allowsWhatIsNoLongerACircleInThatMonth() {
        tree.move("220381", "220100", JUNE);
        tree.move("220300", "220381", JULY);

        assertThat(tree.line("220300")).containsExactly("220000", "220100", "220381", "220300");
    }

    @Test
    void refusesParentsThatDoNotExistYetOrNoLonger() {
        tree.begin("220184", "220100", JUNE);
        refused(() -> tree.move("220381", "220184", JUNE.minusMonths(1)), RegionProblem.PARENT_UNKNOWN);

        tree.close("220184", JULY);
        refused(() -> tree.move("220381", "220184", JULY), RegionProblem.PARENT_UNKNOWN);
        refused(() -> tree.begin("220185", "999999", JULY), RegionProblem.PARENT_UNKNOWN);
    }

    @Test
    void refusesToCloseWhatStillHasChildren() {
        refused(() -> tree.close("220300", JUNE), RegionProblem.REGION_HAS_CHILDREN);

        tree.close("220381", JUNE);
        tree.close("220300", JUNE);
        assertThat(tree.existsIn("220300", JUNE.minusMonths(1))).isTrue();
        assertThat(tree.existsIn("220300", JUNE)).isFalse();
    }

    @Test
    void doesNotGiveAClosedCodeToAnother() {
        tree.close("220381", JUNE);

        refused(() -> tree.begin("220381", "220100", JULY), RegionProblem.REGION_EXISTS);
    }

    @Test
    void isRebuiltFromStoredRegions() {
        Region province = Region.begin("220000", "吉林省", Tier.PROVINCE, null, BEGINNING);
        Region city = Region.begin("220100", "长春市", Tier.CITY, "220000", BEGINNING);

        assertThat(RegionTree.of(List.of(city, province)).path("220100")).isEqualTo("/220000/220100/");
    }

    private static void refused(Runnable change, RegionProblem problem) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.type())
                .isEqualTo(problem));
    }
}
