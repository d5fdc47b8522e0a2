package org.jielian.foundation.imports;

/** What became of a row, or would become of it. */
public enum Fate {
    ADDED,
    CHANGED,
    UNCHANGED,
    REFUSED
}
