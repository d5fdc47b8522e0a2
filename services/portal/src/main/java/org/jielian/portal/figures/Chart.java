package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a chart shows, without how it is drawn; it travels to the page as JSON.
 *
 * @param kind {@code trend}, {@code ranking} or {@code share}
 * @param unit unit of measure of every value
 * @param categories names along the axis, or of the slices
 * @param series values by category; {@code null} where there is none
 */
public record Chart(String kind, String unit, List<String> categories, List<Series> series) {
    /** One line or set of bars. */
    public record Series(String name, List<BigDecimal> values) {}

    public boolean isEmpty() {
        return series.stream().allMatch(s -> s.values().stream().allMatch(v -> v == null));
    }
}
