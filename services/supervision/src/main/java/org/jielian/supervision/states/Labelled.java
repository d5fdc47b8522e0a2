package org.jielian.supervision.states;

import org.jielian.foundation.problems.Text;

/** A word of a state table - a state, an action or who may take it - with its name as people read it. */
public interface Labelled {
    String name();

    Text label();
}
