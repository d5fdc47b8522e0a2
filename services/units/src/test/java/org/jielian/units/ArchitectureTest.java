package org.jielian.units;

import org.jielian.testkit.ServiceArchitecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void hasFeaturesWithoutCyclesAndKnowsNoOtherService() {
        ServiceArchitecture.of("units").check();
    }
}
