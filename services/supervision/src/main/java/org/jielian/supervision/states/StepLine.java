package org.jielian.supervision.states;

import java.util.List;
import org.jielian.foundation.problems.Text;

/** One row of a table of steps, as people read it. */
public record StepLine(String from, String action, String to, Text name, Text who, Text requires) {
    /** The whole table. */
    public static <S extends Enum<S> & Labelled, A extends Enum<A> & Labelled> List<StepLine> of(
            StateTable<S, A> table) {
        return table.all().stream()
                .map(r -> new StepLine(
                        r.from().name(),
                        r.action().name(),
                        r.to().name(),
                        r.action().label(),
                        r.who().label(),
                        r.requires()))
                .toList();
    }
}
