package org.jielian.portal.frame;

import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.i18n.WordsInTemplates;

/**
 * What is answered when somebody can't be signed in: because the identity server is away, or because the sign-in was not completed. Both
 * happen before any page is reached, so none of the error pages would answer.
 */
class SignInTrouble {
    private static final Logger LOG = Logger.getLogger(SignInTrouble.class);
    static final int STATUS_AWAY = 503;
    static final String RETRY_SECONDS = "10";
    private static final int STATUS_INCOMPLETE = 401;

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance trouble(
                Page page, int status, String heading, String explanation, String href, String link);
    }

    void register(@Observes Router router) {
        router.route().order(-950).failureHandler(SignInTrouble::answer);
    }

    private static void answer(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended()) context.next();
        else if (isAway(failure)) away(context);
        else if (failure instanceof AuthenticationCompletionException) incomplete(context);
        else context.next();
    }

    private static void away(RoutingContext context) {
        LOG.errorf(context.failure(), "the identity server can't be asked");
        // a form that was sent can't be sent again by a link: its page is where one goes on
        String again = HttpMethod.GET.equals(context.request().method())
                ? context.request().uri()
                : "/";
        context.response().setStatusCode(STATUS_AWAY).putHeader("Retry-After", RETRY_SECONDS);
        end(context, "signInAway", again, "tryAgain");
    }

    /** The way back from the sign-in form was taken twice or too late; the identity server has refused it and logged why. */
    private static void incomplete(RoutingContext context) {
        LOG.infof("sign-in not completed: %s", context.failure().getMessage());
        context.response().setStatusCode(STATUS_INCOMPLETE);
        end(context, "signInIncomplete", "/", "signIn");
    }

    private static void end(RoutingContext context, String what, String href, String link) {
        HttpServerRequest request = context.request();
        Language language = CurrentLanguage.of(request);
        Words words = Words.in(language);
        String heading = words.get(what);
        TemplateInstance body = request.getHeader("HX-Request") != null
                ? ErrorPages.Templates.errorLine(heading, null)
                : Templates.trouble(
                        plain(heading, request, language),
                        context.response().getStatusCode(),
                        heading,
                        words.get(what + "Why"),
                        href,
                        words.get(link));
        context.response()
                .putHeader("Content-Type", "text/html; charset=UTF-8")
                .end(WordsInTemplates.speaking(language, body).render());
    }

    private static Page plain(String title, HttpServerRequest request, Language language) {
        String other = request.path() + "?lang=" + language.other().code();
        return new Page(title, null, language.tag(), other, null, null, null, List.of(), List.of(), null);
    }

    /** A refusal is an answer; only what says that there was none counts. */
    private static boolean isAway(Throwable failure) {
        boolean refused = failure instanceof AuthenticationCompletionException
                || failure instanceof AuthenticationFailedException;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) return true;
            if (cause instanceof OIDCException && !refused) return true;
        }
        return false;
    }
}
