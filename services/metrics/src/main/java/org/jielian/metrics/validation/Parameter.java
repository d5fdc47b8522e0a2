package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One parameter as it holds in a region.
 *
 * @param rule which rule goes by it
 * @param value what holds
 * @param setIn the region that set it, the asked one or one above it; {@code null} for the default
 * @param setInName its name
 * @param tier its tier
 * @param defaultValue what holds where no region sets it
 * @param least smallest value it may be given
 * @param most largest value it may be given
 */
public record Parameter(
        String name,
        String rule,
        String zh,
        String en,
        BigDecimal value,
        String setIn,
        String setInName,
        String tier,
        Instant setAt,
        String setBy,
        BigDecimal defaultValue,
        BigDecimal least,
        BigDecimal most) {}
