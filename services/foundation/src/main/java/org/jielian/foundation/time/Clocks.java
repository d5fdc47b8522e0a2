package org.jielian.foundation.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.contracts.BusinessTime;

/** The one clock everything asks; business dates are those of Beijing. */
class Clocks {
    @Produces
    @ApplicationScoped
    @DefaultBean
    Clock clock(@ConfigProperty(name = "jielian.clock") Optional<Path> putBackBy) {
        return BusinessTime.clock(putBackBy);
    }
}
