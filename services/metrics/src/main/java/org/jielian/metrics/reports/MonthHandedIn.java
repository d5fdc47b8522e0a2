package org.jielian.metrics.reports;

/** A person handed in a unit's month by form or call, in the transaction in which this is told. */
public record MonthHandedIn(String unitCode, String period) {}
