package org.jielian.supervision.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private static final StateTable<Door, Push> DOOR = StateTable.<Door, Push>rows()
            .row(Door.OPEN, Push.SHUT, Door.SHUT, Keeper.ANYBODY)
            .row(Door.SHUT, Push.OPEN, Door.OPEN, Keeper.PORTER, "有钥匙", "a key")
            .table();

    enum Door implements Labelled {
        OPEN,
        SHUT,
        GONE;

        @Override
        public Text label() {
            return new Text("门" + ordinal(), name());
        }
    }

    enum Push implements Labelled {
        OPEN,
        SHUT;

        @Override
        public Text label() {
            return new Text("推" + ordinal(), name());
        }
    }

    enum Keeper implements Labelled {
        ANYBODY,
        PORTER;

        @Override
        public Text label() {
            return new Text("人" + ordinal(), name());
        }
    }

    @Test
    void findsTheStepAndWhatItRequires() {
        assertThat(DOOR.require(Door.SHUT, Push.OPEN)).singleElement().satisfies(row -> {
            assertThat(row.to()).isEqualTo(Door.OPEN);
            assertThat(row.who()).isEqualTo(Keeper.PORTER);
            assertThat(row.requires().en()).isEqualTo("a key");
        });
        assertThat(DOOR.leads(Door.OPEN, Push.SHUT, Door.SHUT)).isTrue();
        assertThat(DOOR.leads(Door.OPEN, Push.SHUT, Door.GONE)).isFalse();
        assertThat(DOOR.all()).hasSize(2);
    }

    @Test
    void refusesWhatIsNoRowAndSaysWhatIsPossible() {
        assertThatThrownBy(() -> DOOR.require(Door.SHUT, Push.SHUT))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type().status()).isEqualTo(409);
                    assertThat(refusal.detail().zh()).isEqualTo("“门1”状态下不能“推1”；可以：推0");
                    assertThat(refusal.detail().en()).contains("\"SHUT\"").contains("possible: OPEN");
                });
        assertThatThrownBy(() -> DOOR.require(Door.GONE, Push.OPEN)).hasMessageContaining("nothing, it is finished");
    }

    @Test
    void namesWhoseStepItIs() {
        var refusal = DOOR.notYours(DOOR.require(Door.SHUT, Push.OPEN));
        assertThat(refusal.type().status()).isEqualTo(403);
        assertThat(refusal.detail().zh()).isEqualTo("“推0”由人1办理");
    }
}
