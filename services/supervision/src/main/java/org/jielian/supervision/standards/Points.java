package org.jielian.supervision.standards;

import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;

/** What items are worth together. */
final class Points {
    /** What all tiers below may add together, so that their items never outweigh the standard's own. */
    static final BigDecimal MOST_LOCAL = BigDecimal.TEN;

    static BigDecimal of(StandardPackage content, Predicate<Item> which) {
        return content.items().stream().filter(which).map(Item::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether a tier below the issuer added it. */
    static boolean isLocal(Item item) {
        return item.code().contains("-");
    }

    /** Whether that region added it. */
    static boolean isLocalTo(String region, Item item) {
        return item.code().startsWith(region + "-");
    }

    private Points() {}
}
