package org.jielian.metrics.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jielian.metrics.sampling.Draw.Unit;
import org.junit.jupiter.api.Test;

class DrawTest {
    private static final BigDecimal SHARE = new BigDecimal("0.05");

    private static List<Unit> population(int schools, int agencies) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < schools; i++) units.add(new Unit("S" + i, "学校", "SCHOOL"));
        for (int i = 0; i < agencies; i++) units.add(new Unit("A" + i, "机关", "AGENCY"));
        return units;
    }

    @Test
    void givesTheSameListForTheSameSeedWhateverTheOrderOfThePopulation() {
        List<Unit> population = population(200, 117);
        List<Unit> drawn = Draw.of(population, SHARE, "2025");
        Collections.shuffle(population, new Random(1));
        assertThat(Draw.of(population, SHARE, "2025")).isEqualTo(drawn);
        assertThat(Draw.of(population, SHARE, "2026")).isNotEqualTo(drawn);
    }

    @Test
    void takesTheShareOfEveryTypeAndNeverLess() {
        assertThat(Draw.of(population(200, 117), SHARE, "x")).hasSize(10 + 6);
        assertThat(Draw.of(population(1, 1), SHARE, "x")).hasSize(2);
        assertThat(Draw.of(population(3, 0), BigDecimal.ONE, "x")).hasSize(3);
    }

    /** {@code printf '2025:113300000000000199' | sha256sum} */
    @Test
    void standsInTheOrderAnybodyCanComputeAgain() {
        assertThat(Draw.place("2025", "113300000000000199"))
                .isEqualTo("0915f49c117014734d4e3aa00468794aa06d48d26d9abb3cbe4487b074bf26d3");
    }
}
