package org.jielian.portal.clients;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A service refused, in its own words (RFC 9457). */
public class UpstreamProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Body body;
    private final int status;

    /** What the service said; parts of it may be missing when something else than the service answered. */
    public record Body(String type, String title, int status, String detail, List<Field> errors) {
        public Body {
            errors = errors == null ? List.of() : List.copyOf(errors);
        }
    }

    /** One refused field. */
    public record Field(String field, String message) {}

    public UpstreamProblem(int status, Body body) {
        super(status + " " + body.title() + ": " + body.detail());
        this.status = status;
        this.body = body;
    }

    /** The portal's own refusal, shaped like a service's. */
    public static UpstreamProblem of(int status, String title) {
        return new UpstreamProblem(status, new Body(null, title, status, null, List.of()));
    }

    public int status() {
        return status;
    }

    public Body body() {
        return body;
    }

    /** What is wrong with each refused field. */
    public Map<String, String> byField() {
        return body.errors().stream()
                .filter(e -> e.field() != null)
                .collect(Collectors.toMap(Field::field, e -> String.valueOf(e.message()), (a, b) -> a));
    }

    /** What to tell the person: the particulars where there are any. */
    public String message() {
        if (body.detail() != null && !body.detail().isBlank()) return body.detail();
        return body.title() == null ? String.valueOf(status) : body.title();
    }
}
