package org.jielian.portal.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaugeTest {
    private static Gauge of(String value, String... bounds) {
        return Gauge.of(
                "",
                "",
                null,
                false,
                "",
                null,
                Arrays.stream(bounds).map(BigDecimal::new).toList(),
                new BigDecimal(value));
    }

    @Test
    void cutsTheScaleAtItsLimitsWithTheBestFirst() {
        Gauge gauge = of("50", "100", "60", "40");
        assertThat(gauge.zones()).extracting(Gauge.Zone::look).containsExactly("best", "good", "fair", "above");
        assertThat(gauge.zones())
                .extracting(zone -> zone.from().toPlainString())
                .containsExactly("0", "34.78", "52.17", "86.96");
        assertThat(gauge.mark()).isEqualByComparingTo("43.48");
    }

    @Test
    void makesRoomForAValueFarBeyondTheLimits() {
        Gauge gauge = of("1000", "25", "10");
        assertThat(gauge.zones()).extracting(Gauge.Zone::look).containsExactly("best", "fair", "above");
        assertThat(gauge.mark()).isLessThan(new BigDecimal(100));
    }
}
