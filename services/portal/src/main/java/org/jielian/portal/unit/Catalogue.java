package org.jielian.portal.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Quantity;

/** What reports may carry. The catalogue changes with a release of metrics only, and is therefore asked for once. */
@ApplicationScoped
class Catalogue {
    @RestClient
    MetricsClient metrics;

    private volatile List<Quantity> quantities = List.of();

    List<Quantity> quantities() {
        if (quantities.isEmpty()) quantities = List.copyOf(metrics.quantities());
        return quantities;
    }
}
