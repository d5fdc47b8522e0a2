package org.jielian.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/** Whatever goes wrong ends on a page that says what it means and leads back; a fragment gets the same in one line. */
class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance error(Page page, int status, String heading, String explanation, String detail);

        static native TemplateInstance errorLine(String heading, String detail);
    }

    @ServerExceptionMapper
    Response refused(UpstreamProblem e, HttpHeaders headers) {
        if (e.status() >= 500) LOG.errorf(e, "a service failed status=%d", e.status());
        // What lies outside one's scope is refused in general words: not even its name is repeated.
        String detail = e.status() == 403 || e.status() == 404 ? null : e.message();
        return answer(e.status() == 401 ? 403 : e.status(), detail, headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return answer(403, null, headers);
    }

    @ServerExceptionMapper
    Response unreachable(ProcessingException e, HttpHeaders headers) {
        LOG.errorf(e, "a service can't be reached");
        return answer(503, null, headers);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, HttpHeaders headers) {
        int status = e.getResponse().getStatus();
        return status < 400 ? e.getResponse() : answer(status, null, headers);
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable e, HttpHeaders headers) {
        LOG.errorf(e, "unforeseen failure");
        return answer(500, null, headers);
    }

    private Response answer(int status, String detail, HttpHeaders headers) {
        Words words = language.words();
        String kind = words.has("error" + status) ? String.valueOf(status) : status >= 500 ? "500" : "400";
        String heading = words.get("error" + kind);
        boolean fragment = headers.getHeaderString("HX-Request") != null;
        String body = fragment
                ? Templates.errorLine(heading, detail).render()
                : Templates.error(frames.plain(heading), status, heading, words.get("error" + kind + "Why"), detail)
                        .render();
        Response.ResponseBuilder response = Response.status(status);
        if (status == SignInTrouble.STATUS_AWAY) response.header("Retry-After", SignInTrouble.RETRY_SECONDS);
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build();
    }
}
