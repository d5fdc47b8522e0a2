package org.jielian.portal.clients;

import io.quarkus.oidc.AccessTokenCredential;
import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.jielian.portal.i18n.CurrentLanguage;

/** Every call to a service goes in the name, and in the language, of the person who is signed in. */
public class Bearer implements ClientRequestFilter {
    @Inject
    AccessTokenCredential token;

    @Inject
    CurrentLanguage language;

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        request.getHeaders()
                .putSingle(HttpHeaders.ACCEPT_LANGUAGE, language.get().tag());
    }
}
