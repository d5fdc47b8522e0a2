package org.jielian.supervision.standards;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.UnaryOperator;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;

/** Packages to work on in tests. */
public final class Packages {
    /** The one that comes with the software. */
    public static StandardPackage shipped() {
        Shipped shipped = new Shipped();
        shipped.json = new ObjectMapper();
        return shipped.standard().content();
    }

    /** The shipped one with one item changed. */
    static StandardPackage withItem(String code, UnaryOperator<Item> change) {
        StandardPackage shipped = shipped();
        return shipped.withItems(shipped.items().stream()
                .map(i -> i.code().equals(code) ? change.apply(i) : i)
                .toList());
    }

    private Packages() {}
}
