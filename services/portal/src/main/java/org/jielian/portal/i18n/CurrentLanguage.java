package org.jielian.portal.i18n;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The language of the present request: what its address asks for, else what was chosen before. */
@RequestScoped
public class CurrentLanguage {
    static final String COOKIE = "lang";
    static final String PARAMETER = "lang";

    @Inject
    HttpServerRequest request;

    public Language get() {
        return of(request);
    }

    /** The language of a request, also of one that has not reached a page. */
    public static Language of(HttpServerRequest request) {
        String asked = request.getParam(PARAMETER);
        if (asked != null) return Language.of(asked);
        Cookie chosen = request.getCookie(COOKIE);
        return Language.of(chosen == null ? null : chosen.getValue());
    }

    public Words words() {
        return Words.in(get());
    }
}
