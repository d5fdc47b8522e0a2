package org.jielian.portal.i18n;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.contracts.BusinessTime;

/** The time in the zone in which months and days are meant. */
class BusinessClock {
    @Produces
    @Singleton
    Clock clock(@ConfigProperty(name = "jielian.clock") Optional<Path> putBackBy) {
        return BusinessTime.clock(putBackBy);
    }
}
