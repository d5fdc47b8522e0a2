package org.jielian.portal.access;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What browsers are told about every answer: only our own scripts and styles, no framing, nothing kept in shared caches. */
class SecurityHeaders {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self'";

    void register(@Observes Router router) {
        router.route().order(-1000).handler(SecurityHeaders::add);
    }

    private static void add(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "same-origin");
        if (!context.normalizedPath().startsWith("/static/")) response.putHeader("Cache-Control", "no-store");
        context.next();
    }
}
