package org.jielian.supervision.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
    private static final List<String> UNITS =
            IntStream.range(0, 101).mapToObj(i -> "U" + i).toList();

    @Test
    void drawsTheSameForTheSameSeedAndAtLeastTheShare() {
        List<String> drawn = Sampling.draw(UNITS, 30, "2026-1");
        assertThat(drawn).hasSize(31).doesNotHaveDuplicates().isSubsetOf(UNITS);
        assertThat(Sampling.draw(UNITS, 30, "2026-1")).isEqualTo(drawn);
        assertThat(Sampling.draw(UNITS, 30, "2026-2")).isNotEqualTo(drawn);
        assertThat(Sampling.draw(List.of("U"), 10, "x")).containsExactly("U");
    }

    @Test
    void leavesNoStateWithoutAWayOutAndNoneThatCantBeReached() {
        for (State state : State.values()) {
            assertThat(Steps.TABLE.all()).as(state.name()).anyMatch(s -> state.isFinal() || s.from() == state);
            assertThat(Steps.TABLE.all()).as(state.name()).noneMatch(s -> state.isFinal() && s.from() == state);
            assertThat(Steps.TABLE.all()).as(state.name()).anyMatch(s -> s.to() == state || state == State.DRAFT);
        }
    }
}
