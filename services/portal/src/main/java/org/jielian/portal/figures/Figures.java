package org.jielian.portal.figures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Rollup;

/** Asks metrics for a region's figures as the filters say. */
@ApplicationScoped
public class Figures {
    @RestClient
    MetricsClient metrics;

    @Inject
    Clock clock;

    public Rollup rollup(String region, Filters f, String notBefore) {
        return metrics.rollup(region, f.span().text(), f.layer(), f.set(), f.typeCode(), notBefore);
    }

    public Breakdown breakdown(String region, Filters f, boolean counties, String notBefore) {
        return metrics.breakdown(
                region, f.span().text(), counties ? "COUNTY" : null, f.layer(), f.set(), f.typeCode(), notBefore);
    }

    /** Every month of the year looked at and of the one before. */
    public List<Rollup> twoYears(String region, Filters f) {
        int year = f.span().year();
        return series(region, f, YearMonth.of(year - 1, 1), YearMonth.of(year, 12));
    }

    public List<Rollup> types(String region, Filters f) {
        return metrics.types(region, f.span().text(), f.layer(), f.set(), null).items();
    }

    public List<Carrier> carriers(String region, Filters f) {
        return metrics.carriers(region, f.span().text(), f.layer(), f.set(), f.typeCode(), null)
                .items();
    }

    /**
     * What a page shows when its address does not say: the latest year with reports, as far as it has come, so that nobody is greeted by
     * an empty page in January.
     */
    public Span latest(String region) {
        YearMonth now = YearMonth.now(clock);
        YearMonth from = YearMonth.of(now.getYear() - 1, 1);
        Filters everything = new Filters(new Span(from, now), Filters.LIVE, Filters.STAT, null);
        YearMonth last = lastReported(series(region, everything, from, now)).orElse(now);
        return last.getYear() < now.getYear() ? Span.year(last.getYear()) : Span.yearToDate(last);
    }

    /** The latest of these months with a report. */
    public static Optional<YearMonth> lastReported(List<Rollup> months) {
        return months.stream()
                .filter(Rollup::hasReports)
                .map(r -> YearMonth.parse(r.period()))
                .max(YearMonth::compareTo);
    }

    private List<Rollup> series(String region, Filters f, YearMonth from, YearMonth to) {
        return metrics.series(region, from.toString(), to.toString(), f.layer(), f.set(), f.typeCode(), null)
                .items();
    }
}
