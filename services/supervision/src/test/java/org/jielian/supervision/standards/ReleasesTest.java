package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.supervision.Chain;
import org.jielian.supervision.cascade.Cascading;
import org.jielian.testkit.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReleasesTest {
    @Inject
    Releases releases;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    ObjectMapper json;

    private String publishedBy(String key) throws Exception {
        return inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                .call(() -> releases.require(key).publishedBy()));
    }

    private ReleaseState second(ReleaseState first, String publishedBy) throws JsonProcessingException {
        ObjectNode second = json.valueToTree(first);
        second.put("number", 2).put("publishedBy", publishedBy);
        return json.treeToValue(second, ReleaseState.class);
    }

    @Test
    void areNotRememberedAsATransactionWroteThemThatFailed() throws Exception {
        Chain chain = Chain.told("69");
        Cascading.release(chain.province, "FAILED", 0, null, Map.of());
        String key = chain.province + "/FAILED/2";

        inTheNameOf.system(() -> {
            QuarkusTransaction.begin();
            ReleaseState first = releases.require(chain.province + "/FAILED/1");
            releases.keepNewest(second(first, "nobody"));
            assertThat(releases.require(key).publishedBy()).isEqualTo("nobody");
            QuarkusTransaction.rollback();
            QuarkusTransaction.begin();
            releases.keepNewest(second(first, "somebody"));
            QuarkusTransaction.commit();
            return null;
        });

        assertThat(publishedBy(key)).isEqualTo("somebody");
    }
}
