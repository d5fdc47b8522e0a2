package org.jielian.portal.unit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Quantity;

/** What reports may carry. Catalogue and forms change with a release of metrics only, and are therefore asked for once. */
@ApplicationScoped
class Catalogue {
    @RestClient
    MetricsClient metrics;

    private volatile List<Quantity> quantities = List.of();
    private final Map<YearMonth, List<Quantity>> asked = new ConcurrentHashMap<>();

    /** All there is, whatever the month. */
    List<Quantity> quantities() {
        if (quantities.isEmpty()) quantities = List.copyOf(metrics.quantities());
        return quantities;
    }

    /** What the forms of a year ask for, in their order; a form begins with a year. */
    List<Quantity> askedIn(int year) {
        return askedIn(YearMonth.of(year, 12));
    }

    /** What the form of a month asks for, in its order. */
    List<Quantity> askedIn(YearMonth month) {
        List<Quantity> known = asked.get(month);
        if (known != null) return known;
        List<Quantity> form = List.copyOf(metrics.form(month.toString()).quantities());
        asked.put(month, form);
        return form;
    }
}
