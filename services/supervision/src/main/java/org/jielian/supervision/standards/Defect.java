package org.jielian.supervision.standards;

import org.jielian.foundation.problems.Text;

/** Why a package, or an edit of one, is refused: at which place, and what is wrong there. */
public record Defect(String place, Text message) {
    static Defect at(String place, String zh, String en, Object... args) {
        return new Defect(place, Text.of(zh, en, args));
    }
}
