package org.jielian.portal.county;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.ReportingLine;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Cover;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.Filters;
import org.jielian.portal.figures.Span;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/** Finds who has not reported: in the month looked at, else in the latest month that is due and under way. */
@RequestScoped
class FindingMissing {
    private static final int SHOWN = 12;

    @RestClient
    MetricsClient metrics;

    @Inject
    Figures figures;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    Missing of(Region region, Filters filters, Rollup span) {
        Words words = language.words();
        YearMonth due = YearMonth.now(clock).minusMonths(1);
        YearMonth month = focus(region, filters, due);
        Rollup there = rollup(region, month);
        Listing<ReportingLine> lines =
                metrics.reporting(region.code(), month.getYear(), month.toString(), null, null, null, null, SHOWN);
        Cover cover = new Cover(there.units().reported(), there.units().expected());
        return new Missing(
                words.month(month),
                lines.total(),
                lines.items().stream()
                        .map(u -> new Missing.Unit(
                                u.name(),
                                words.get("type" + u.type()),
                                Addresses.unit(u.unitCode()) + "?month=" + month))
                        .toList(),
                cover.text(),
                lines.total() == 0 ? "good" : cover.grade(),
                all(region, month),
                filters.span().isMonth() || !due.isAfter(month) ? null : later(region, due, words),
                gaps(region, filters, span, lines.total(), words));
    }

    private static Missing.Later gaps(Region region, Filters filters, Rollup span, long inTheMonth, Words words) {
        long missing = span.units().missing();
        if (missing <= inTheMonth) return null;
        String href = Addresses.region(region.tier(), region.code()) + "/reporting?year="
                + filters.span().year();
        return new Missing.Later(filters.span().label(words), Numbers.format(missing), href);
    }

    private YearMonth focus(Region region, Filters filters, YearMonth due) {
        if (filters.span().isMonth()) return filters.span().from();
        Optional<YearMonth> reported =
                figures.lastReported(region.code(), filters.span().year());
        YearMonth latest = reported.orElse(due);
        return latest.isAfter(due) ? due : latest;
    }

    private Missing.Later later(Region region, YearMonth due, Words words) {
        Rollup rollup = rollup(region, due);
        long missing = rollup.units().missing();
        if (missing == 0) return null;
        return new Missing.Later(words.month(due), Numbers.format(missing), all(region, due));
    }

    private Rollup rollup(Region region, YearMonth month) {
        return figures.rollup(region.code(), new Filters(Span.month(month), Filters.LIVE, Filters.STAT, null), null);
    }

    private static String all(Region region, YearMonth month) {
        return Addresses.region(region.tier(), region.code()) + "/reporting?missing=" + month;
    }
}
