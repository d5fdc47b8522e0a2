package org.jielian.local;

/** Why the system cannot start or go on, as one sentence for the person at the terminal. */
public class StartProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartProblem(String sentence, Object... args) {
        super(String.format(sentence, args));
    }

    StartProblem(Throwable cause, String sentence, Object... args) {
        super(String.format(sentence, args), cause);
    }
}
