package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void areAllDerivedFromTheBase() {
        Ports ports = new Ports(9000);

        assertThat(ports.purposes().keySet()).containsExactly(9000, 9001, 9002, 9003, 9100, 9101, 9110, 9111, 9112);
    }

    @Test
    void giveEachServiceItsOwn() {
        Ports ports = new Ports(8080);

        assertThat(ports.of(Service.PORTAL)).isEqualTo(8080);
        assertThat(ports.of(Service.UNITS)).isEqualTo(8081);
        assertThat(ports.of(Service.METRICS)).isEqualTo(8082);
        assertThat(ports.of(Service.SUPERVISION)).isEqualTo(8083);
    }
}
