package org.jielian.supervision.standards;

/**
 * Another release of a region is known here, or another status of one; observed in the transaction that keeps it.
 *
 * @param firstYear the first year that the release may judge, whatever its transition: no earlier one is touched by it
 */
public record ReleaseKept(String regionCode, String standardCode, int firstYear) {}
