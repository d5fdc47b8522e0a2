package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.junit.jupiter.api.Test;

class ShippedStandardTest {
    private final StandardPackage shipped = Packages.shipped();

    @Test
    void hasNineCategoriesFiftyItemsAHundredPointsAndNineBinding() {
        assertThat(shipped.categories()).hasSize(9);
        assertThat(shipped.items()).hasSize(50);
        assertThat(shipped.items().stream().map(Item::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
        assertThat(shipped.items().stream().filter(Item::binding).map(Item::code))
                .containsExactly("A1", "A2", "A3", "B6", "D1", "E1", "F1", "G1", "H1");
        assertThat(shipped.passLine()).isEqualByComparingTo("80");
    }

    @Test
    void isSound() {
        assertThat(PackageCheck.of(shipped)).isEmpty();
    }

    @Test
    void hasTheQuotaTable() {
        assertThat(shipped.quotas()).hasSize(85);
        assertThat(quota("AGENCY.BELOW_CITY.B.*/E_CAP").values())
                .containsEntry(Bound.CONSTRAINT, new BigDecimal("1293.4"))
                .containsEntry(Bound.BASELINE, new BigDecimal("828.9"))
                .containsEntry(Bound.GUIDANCE, new BigDecimal("478"));
        assertThat(quota("AGENCY.*.*.*/W_CAP").values()).containsOnlyKeys(Bound.GENERAL, Bound.ADVANCED);
        assertThat(shipped.quotas().stream().filter(q -> q.indicator() == Indicator.E_HEAT_AREA))
                .hasSize(9);
    }

    private Quota quota(String key) {
        return shipped.quotas().stream()
                .filter(q -> q.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
