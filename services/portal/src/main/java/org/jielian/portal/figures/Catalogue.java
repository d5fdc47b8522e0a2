package org.jielian.portal.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;

/** What reports may carry. The catalogue changes with a release of metrics only, and is therefore asked for once. */
@ApplicationScoped
public class Catalogue {
    @RestClient
    MetricsClient metrics;

    @Inject
    CurrentLanguage language;

    private volatile List<Quantity> quantities = List.of();

    public List<Quantity> quantities() {
        if (quantities.isEmpty()) quantities = List.copyOf(metrics.quantities());
        return quantities;
    }

    /** How carriers are called; one without a name of its own is called by its code. */
    Function<Carrier, String> carrierNames() {
        Language reader = language.get();
        Map<String, String> names = quantities().stream()
                .filter(q -> q.carrier() != null)
                .collect(Collectors.toMap(Quantity::carrier, q -> q.label(reader)));
        return c -> names.getOrDefault(c.carrier(), c.carrier());
    }
}
