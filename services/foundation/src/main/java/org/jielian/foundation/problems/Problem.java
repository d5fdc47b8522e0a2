package org.jielian.foundation.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The body of a refusal after RFC 9457, in the reader's language. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String instance, List<Field> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One refused field. */
    public record Field(String field, String message) {}

    static Response answer(ProblemException refusal, String language, String instance) {
        ProblemType type = refusal.type();
        var body = new Problem(
                type.type(),
                type.title().in(language),
                type.status(),
                refusal.detail().in(language),
                instance,
                refusal.errors().stream()
                        .map(e -> new Field(e.field(), e.message().in(language)))
                        .toList());
        return Response.status(type.status())
                .type(new MediaType("application", "problem+json"))
                .entity(body)
                .build();
    }
}
