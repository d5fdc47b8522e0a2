package org.jielian.foundation.problems;

import java.util.List;

/** A refusal on its way to the caller, answered as RFC 9457 {@code application/problem+json}. */
public class ProblemException extends RuntimeException {
    private final transient ProblemType type;
    private final transient Text detail;
    private final transient List<FieldError> errors;

    /**
     * What is wrong with one field of the input.
     *
     * @param field path of the field, such as {@code quantities.waterM3}
     * @param message what is expected instead
     */
    public record FieldError(String field, Text message) {}

    public ProblemException(ProblemType type, Text detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, Text detail, List<FieldError> errors) {
        super(type.name() + ": " + detail.en());
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
