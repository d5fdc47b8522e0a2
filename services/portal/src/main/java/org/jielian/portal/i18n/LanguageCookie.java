package org.jielian.portal.i18n;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Remembers a chosen language for a year. */
class LanguageCookie {
    @Inject
    CurrentLanguage language;

    @ServerResponseFilter
    void remember(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getQueryParameters().containsKey(CurrentLanguage.PARAMETER)) return;
        NewCookie cookie = new NewCookie.Builder(CurrentLanguage.COOKIE)
                .value(language.get().code())
                .path("/")
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) Duration.ofDays(365).toSeconds())
                .build();
        response.getHeaders().add("Set-Cookie", cookie);
    }
}
