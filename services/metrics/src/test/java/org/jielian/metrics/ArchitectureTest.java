package org.jielian.metrics;

import org.jielian.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void hasFeaturesWithoutCyclesAndKnowsNoOtherService() {
        ServiceArchitecture.of("metrics").check();
    }
}
