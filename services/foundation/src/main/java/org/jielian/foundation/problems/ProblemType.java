package org.jielian.foundation.problems;

/** A kind of refusal. Each feature lists its own in an enum; the code that refuses adds the particulars. */
public interface ProblemType {
    int status();

    /** What kind of refusal this is, in a few words. */
    Text title();

    String name();

    /** Stable identifier for programs, such as {@code /problems/period-closed}. */
    default String type() {
        return "/problems/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The refusal with its particulars, in both languages; arguments fill {@code %s}. */
    default ProblemException because(String zh, String en, Object... args) {
        return new ProblemException(this, Text.of(zh, en, args));
    }
}
