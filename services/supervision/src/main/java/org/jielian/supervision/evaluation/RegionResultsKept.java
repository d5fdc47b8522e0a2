package org.jielian.supervision.evaluation;

import java.util.Set;

/** Results of these regions were made anew; fired in the transaction that keeps them. Those of units are told as facts. */
public record RegionResultsKept(Set<String> regions) {}
