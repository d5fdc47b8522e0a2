package org.jielian.portal.frame;

import java.util.Locale;
import org.jielian.contracts.Tier;

/** Where things are. */
public final class Addresses {
    public static String region(Tier tier, String code) {
        return "/" + tier.name().toLowerCase(Locale.ROOT) + "/" + code;
    }

    public static String unit(String code) {
        return "/unit/" + code;
    }

    private Addresses() {}
}
