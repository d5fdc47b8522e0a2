package org.jielian.foundation.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.ForbiddenException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong into one shape; the unforeseen is logged in full and answered without its insides. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refusal(ProblemException e, HttpHeaders headers, UriInfo uri) {
        return answer(e, headers, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers, UriInfo uri) {
        return answer(CommonProblem.FORBIDDEN.because("您的角色不允许此操作", "your role does not allow this"), headers, uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpHeaders headers, UriInfo uri) {
        List<ProblemException.FieldError> errors = e.getConstraintViolations().stream()
                .map(v -> new ProblemException.FieldError(
                        fieldOf(v.getPropertyPath()), new Text(v.getMessage(), v.getMessage())))
                .toList();
        return answer(
                new ProblemException(
                        CommonProblem.INVALID,
                        Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()),
                        errors),
                headers,
                uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, HttpHeaders headers, UriInfo uri) {
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        var where = e.getLocation() == null
                ? ""
                : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
        var refusal = new ProblemException(
                CommonProblem.INVALID,
                Text.of("第 %s 处的 JSON 无法读取：%s", "the JSON can't be read at %s: %s", where, e.getOriginalMessage()),
                field.isEmpty()
                        ? List.of()
                        : List.of(new ProblemException.FieldError(field, new Text("格式不对", "has the wrong form"))));
        return answer(refusal, headers, uri);
    }

    /** The framework has an answer of its own for these, which does not name the field. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, HttpHeaders headers, UriInfo uri) {
        return unreadable(e, headers, uri);
    }

    /** The framework's own refusals (404, 405, 406, 415 ...), in the same shape. */
    @ServerExceptionMapper
    Response http(WebApplicationException e, HttpHeaders headers, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) return unreadable(json, headers, uri);
        if (e.getResponse().hasEntity()) return e.getResponse();
        Response.StatusType status = e.getResponse().getStatusInfo();
        if (status.getStatusCode() == CommonProblem.NOT_FOUND.status()) {
            return answer(
                    CommonProblem.NOT_FOUND.because("没有 %s", "there is nothing at %s", uri.getPath()), headers, uri);
        }
        record Http(int status, Text title, String name) implements ProblemType {}
        var type = new Http(
                status.getStatusCode(),
                new Text(status.getReasonPhrase(), status.getReasonPhrase()),
                "http-" + status.getStatusCode());
        return answer(new ProblemException(type, new Text(e.getMessage(), e.getMessage())), headers, uri);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, HttpHeaders headers, UriInfo uri) {
        LOG.errorf(e, "unforeseen failure path=%s", uri.getPath());
        return answer(
                CommonProblem.INTERNAL.because("请稍后再试，并告知管理员", "try again later, and tell the administrator"),
                headers,
                uri);
    }

    private static Response answer(ProblemException e, HttpHeaders headers, UriInfo uri) {
        return Problem.answer(e, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), uri.getPath());
    }

    /** The last two steps of the path are method and parameter names of ours when it is a call's body; the reader needs the field. */
    private static String fieldOf(jakarta.validation.Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(2)
                .map(Object::toString)
                .collect(Collectors.joining("."));
    }
}
