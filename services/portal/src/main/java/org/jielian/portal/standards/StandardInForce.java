package org.jielian.portal.standards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Which release of a standard a region goes by, for what is printed about it. */
@ApplicationScoped
public class StandardInForce {
    private static final int MANY = 200;

    @RestClient
    SupervisionClient supervision;

    /** Name and number of the region's own release that held on that day; empty before the first. */
    public Optional<String> of(String region, LocalDate day) {
        return supervision.releases(region, null, MANY).items().stream()
                .filter(release -> "ISSUED".equals(release.status()))
                .filter(release -> !release.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Told.ReleaseLine::effectiveFrom).thenComparing(Told.ReleaseLine::number))
                .map(release -> release.name() + "（" + release.key() + "）");
    }
}
