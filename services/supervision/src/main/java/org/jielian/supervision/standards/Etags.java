package org.jielian.supervision.standards;

import org.jielian.foundation.problems.CommonProblem;

/** Versions as they travel in {@code If-Match}. */
final class Etags {
    /** The version the caller saw; {@code null} if it does not care. */
    static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) return null;
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("If-Match 无效：%s", "If-Match is not one of our ETags: %s", ifMatch);
        }
    }

    private Etags() {}
}
