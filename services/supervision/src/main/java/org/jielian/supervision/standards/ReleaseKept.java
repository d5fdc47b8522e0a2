package org.jielian.supervision.standards;

/** Another release of a region is known here, or another status of one; observed in the transaction that keeps it. */
public record ReleaseKept(String regionCode, String standardCode) {}
