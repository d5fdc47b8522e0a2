package org.jielian.supervision;

import org.jielian.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void hasFeaturesWithoutCyclesAndKnowsNoOtherService() {
        ServiceArchitecture.of("supervision").check();
    }
}
