package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Quota;
import org.junit.jupiter.api.Test;

class PackageCheckTest {
    private static Item worth(Item i, String points) {
        return new Item(
                i.code(),
                i.category(),
                i.name(),
                i.kind(),
                i.function(),
                i.indicator(),
                new BigDecimal(points),
                i.binding(),
                i.threshold(),
                i.frequency(),
                i.due(),
                i.evidence());
    }

    private static List<String> places(StandardPackage content) {
        return PackageCheck.of(content).stream().map(Defect::place).toList();
    }

    @Test
    void saysWherePointsDoNotAddUp() {
        assertThat(places(Packages.withItem("C3", i -> worth(i, "3")))).containsExactly("categories/C/points", "items");
    }

    @Test
    void findsItemsOfUnknownCategoriesAndRepeatedCodes() {
        StandardPackage shipped = Packages.shipped();
        List<Item> items = new ArrayList<>(shipped.items());
        items.add(shipped.items().get(0));
        assertThat(places(shipped.withItems(items))).contains("items/A1");
        assertThat(places(Packages.withItem(
                        "A1",
                        i -> new Item(
                                "A1",
                                "Z",
                                i.name(),
                                i.kind(),
                                i.function(),
                                null,
                                i.points(),
                                true,
                                null,
                                0,
                                "02-30",
                                null))))
                .contains("items/A1/category", "items/A1/indicator", "items/A1/frequency", "items/A1/due");
    }

    @Test
    void findsLimitsOutOfOrderAndMixedOnes() {
        StandardPackage p = Packages.shipped();
        Quota upside = new Quota(
                "AGENCY",
                "*",
                "*",
                "*",
                Indicator.W_TOTAL,
                Map.of(Bound.CONSTRAINT, BigDecimal.ONE, Bound.BASELINE, BigDecimal.TEN));
        Quota mixed = new Quota(
                "AGENCY",
                "*",
                "*",
                "*",
                Indicator.E_TOTAL,
                Map.of(Bound.CONSTRAINT, BigDecimal.TEN, Bound.ADVANCED, BigDecimal.ONE));
        List<Quota> quotas = new ArrayList<>(p.quotas());
        quotas.add(upside);
        quotas.add(mixed);
        assertThat(places(new StandardPackage(
                        p.coefficientSet(), p.passLine(), p.categories(), p.items(), p.zones(), quotas, p.targets())))
                .containsExactly("quotas/AGENCY.*.*.*/W_TOTAL/BASELINE", "quotas/AGENCY.*.*.*/E_TOTAL");
    }

    @Test
    void namesWhatIsMissingBeforeAnythingElse() {
        StandardPackage p = Packages.shipped();
        assertThat(places(new StandardPackage(null, null, p.categories(), null, p.zones(), p.quotas(), p.targets())))
                .containsExactly("coefficientSet", "passLine", "items");
    }
}
