package org.jielian.metrics.validation;

/** How much a finding weighs, from the heaviest down. */
public enum Severity {
    /** The report can't be taken. */
    HARD,
    /** The report is taken once the unit has explained it. */
    SOFT,
    /** The report is taken; whoever reviews it sees the numbers that gave rise to it. */
    REVIEW
}
