package org.jielian.portal.frame;

import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.i18n.WordsInTemplates;

/**
 * What is answered while nobody can be signed in because the identity server is away. That fails before any page is reached, so none of
 * the error pages would answer.
 */
class Unavailable {
    private static final Logger LOG = Logger.getLogger(Unavailable.class);
    static final int STATUS = 503;
    static final String RETRY_SECONDS = "10";

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance unavailable(Page page, String heading, String explanation, String again);
    }

    void register(@Observes Router router) {
        router.route().order(-950).failureHandler(Unavailable::answer);
    }

    private static void answer(RoutingContext context) {
        if (!isIdentityServerAway(context.failure()) || context.response().ended()) {
            context.next();
            return;
        }
        LOG.errorf(context.failure(), "the identity server can't be asked");
        HttpServerRequest request = context.request();
        Language language = CurrentLanguage.of(request);
        boolean fragment = request.getHeader("HX-Request") != null;
        HttpServerResponse response = context.response().setStatusCode(STATUS).putHeader("Retry-After", RETRY_SECONDS);
        response.putHeader("Content-Type", "text/html; charset=UTF-8")
                .end(fragment ? line(language) : page(request, language));
    }

    private static String page(HttpServerRequest request, Language language) {
        Words words = Words.in(language);
        String heading = words.get("signInAway");
        // a form that was sent can't be sent again by a link: its page is where one goes on
        String again = "GET".equals(request.method().name()) ? request.uri() : "/";
        return WordsInTemplates.speaking(
                        language,
                        Templates.unavailable(
                                plain(heading, request, language), heading, words.get("signInAwayWhy"), again))
                .render();
    }

    private static String line(Language language) {
        return WordsInTemplates.speaking(
                        language,
                        ErrorPages.Templates.errorLine(Words.in(language).get("signInAway"), null))
                .render();
    }

    private static Page plain(String title, HttpServerRequest request, Language language) {
        String other = request.path() + "?lang=" + language.other().code();
        return new Page(title, null, language.tag(), other, null, null, List.of(), List.of(), null);
    }

    private static boolean isIdentityServerAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException
                    || cause instanceof ConnectException
                    || cause instanceof TimeoutException) return true;
            if (cause.getCause() == cause) return false;
        }
        return false;
    }
}
