package org.jielian.portal.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocalSecretsTest {
    private static final List<String> KNOWN = List.of("known-to-all");

    @Test
    void refusesASecretEverybodyKnows() {
        assertThatThrownBy(() -> LocalSecrets.check("known-to-all", KNOWN, false))
                .hasMessageContaining("JIELIAN_OIDC_CLIENT_SECRET");
    }

    @Test
    void acceptsItOnOnesOwnMachineAndAnyOtherAnywhere() {
        assertThatCode(() -> LocalSecrets.check("known-to-all", KNOWN, true)).doesNotThrowAnyException();
        assertThatCode(() -> LocalSecrets.check("another", KNOWN, false)).doesNotThrowAnyException();
    }
}
