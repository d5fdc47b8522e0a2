package org.jielian.metrics.coefficients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.jielian.contracts.CoefficientsState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TellingCoefficientsTest {
    @Inject
    TellingCoefficients telling;

    @Test
    void tellsEachSetOnceHoweverOftenTheServiceStarts() {
        CoefficientsState quota = Facts.await(CoefficientsState.TOPIC, CoefficientsState.class, s -> s.setCode()
                .equals("QUOTA"));
        assertThat(quota.of("gasolineL", 2025).orElseThrow().kgcePerUnit())
                .isEqualByComparingTo(new BigDecimal("0.73").multiply(new BigDecimal("1.4714")));
        assertThat(quota.formsOf(2025)).containsExactly("2020");
        assertThat(quota.formsOf(2026)).containsExactly("2026");
        telling.started(new StartupEvent());
        assertThat(Facts.rawOf(CoefficientsState.TOPIC, "QUOTA")).hasSize(1);
    }
}
