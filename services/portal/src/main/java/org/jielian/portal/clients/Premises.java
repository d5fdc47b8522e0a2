package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.util.List;

/** Who shares what in the building of a host, as metrics tells it. */
public record Premises(String host, List<Sharing> items) {
    /** @param until last month; {@code null} while it goes on */
    public record Sharing(String quantity, String from, String until, List<Share> shares) {}

    /** A unit's part in percent. */
    public record Share(String unit, BigDecimal percent) {}
}
