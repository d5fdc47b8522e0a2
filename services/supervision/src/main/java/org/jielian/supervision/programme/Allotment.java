package org.jielian.supervision.programme;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The share of agencies that are to be recognised by the end of a year.
 *
 * @param allottedBy the region that says so
 * @param node the region it is for, with everything below it; the allotting region itself for the units it administers itself
 * @param number counts the changes of it
 * @param share per cent; {@code null} when it was taken back
 * @param binding whether missing it decides the grade of the annual assessment
 */
public record Allotment(
        String allottedBy,
        String node,
        int year,
        int number,
        BigDecimal share,
        boolean binding,
        String reason,
        String by,
        Instant at) {}
