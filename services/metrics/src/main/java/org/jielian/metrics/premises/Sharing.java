package org.jielian.metrics.premises;

import java.math.BigDecimal;
import java.util.List;

/**
 * Who shares a carrier in a building. The host's report carries all of it, the others report none.
 *
 * @param host unit whose report carries it
 * @param quantity what is shared, such as {@code electricityKwh}
 * @param from first month
 * @param until last month, {@code null} while it goes on
 * @param shares of each unit, the host's own among them if it has one; together 100
 */
record Sharing(String host, String quantity, String from, String until, List<Share> shares) {
    /** A unit's part in percent. */
    record Share(String unit, BigDecimal percent) {}
}
