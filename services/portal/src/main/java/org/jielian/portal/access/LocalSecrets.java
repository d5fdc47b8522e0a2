package org.jielian.portal.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps an installation from running with a secret that everybody can read in the source code. */
class LocalSecrets {
    void refuse(
            @Observes StartupEvent started,
            LaunchMode mode,
            @ConfigProperty(name = "quarkus.oidc.credentials.secret") String secret,
            @ConfigProperty(name = "jielian.local-secrets") List<String> known,
            @ConfigProperty(name = "jielian.local") boolean local) {
        if (mode == LaunchMode.NORMAL) check(secret, known, local);
    }

    static void check(String secret, List<String> known, boolean local) {
        if (local || !known.contains(secret)) return;
        throw new IllegalStateException(
                "The portal does not start: its client secret is the one of the local realm, which anyone can"
                        + " read in the source code. Set JIELIAN_OIDC_CLIENT_SECRET to the secret of your own realm's client"
                        + " (or JIELIAN_LOCAL=true for a trial on this machine only).");
    }
}
