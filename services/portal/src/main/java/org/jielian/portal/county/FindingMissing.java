package org.jielian.portal.county;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Outstanding;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Cover;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.Filters;
import org.jielian.portal.figures.Span;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.reporting.OutstandingList;

/** Finds who has not reported: in the month looked at, else in the latest month that is due and under way. */
@RequestScoped
class FindingMissing {
    private static final int SHOWN = 12;

    @RestClient
    MetricsClient metrics;

    @Inject
    Visitor visitor;

    @Inject
    Figures figures;

    @Inject
    AtOnce atOnce;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /**
     * Who has not reported.
     *
     * @param twoYears the months the page shows, on their way
     */
    Missing of(Region region, Filters filters, Rollup span, Supplier<List<Rollup>> twoYears) {
        Words words = language.words();
        YearMonth due = YearMonth.now(clock).minusMonths(1);
        Months months = new Months(region, filters, twoYears);
        YearMonth month = focus(filters, months, due);
        Rollup there = months.at(month);
        Listing<Outstanding> lines = metrics.outstanding(
                region.code(), month.toString(), "MISSING", null, filters.typeCode(), null, null, null, SHOWN);
        Cover cover = new Cover(there.units().reported(), there.units().expected());
        return new Missing(
                month.toString(),
                words.month(month),
                lines.total(),
                lines.items().stream()
                        .map(u -> new Missing.Unit(
                                u.unitCode(),
                                u.name(),
                                words.get("type" + u.type()),
                                Addresses.unit(u.unitCode()) + "?month=" + month + filters.further(),
                                u.contact() == null ? null : u.contact().phone(),
                                OutstandingList.reminded(u.lastReminder(), words),
                                visitor.reminds(region.code()) && region.code().equals(u.regionCode())))
                        .toList(),
                cover.text(),
                lines.total() == 0 ? "good" : cover.grade(),
                all(region, month, filters),
                Addresses.region(region.tier(), region.code()),
                visitor.reminds(region.code()),
                filters.span().isMonth() || !due.isAfter(month) ? null : later(region, months, due, filters, words),
                gaps(region, filters, span, lines.total(), words));
    }

    private static Missing.Later gaps(Region region, Filters filters, Rollup span, long inTheMonth, Words words) {
        long missing = span.units().missing();
        if (missing <= inTheMonth) return null;
        String href = Addresses.region(region.tier(), region.code()) + "/reporting" + filters.query();
        return new Missing.Later(filters.span().label(words), Numbers.format(missing), href);
    }

    private static YearMonth focus(Filters filters, Months months, YearMonth due) {
        if (filters.span().isMonth()) return filters.span().from();
        YearMonth latest = months.lastReportedIn(filters.span().year()).orElse(due);
        return latest.isAfter(due) ? due : latest;
    }

    private static Missing.Later later(Region region, Months months, YearMonth due, Filters filters, Words words) {
        long missing = months.at(due).units().missing();
        if (missing == 0) return null;
        return new Missing.Later(words.month(due), Numbers.format(missing), all(region, due, filters));
    }

    private static String all(Region region, YearMonth month, Filters filters) {
        Filters there = filters.span().year() == month.getYear() ? filters : filters.with(Span.year(month.getYear()));
        return Addresses.region(region.tier(), region.code()) + "/reporting" + there.query() + "&missing=" + month;
    }

    /** The county's months, whatever layer is looked at: of the page's own where it has them, else asked for. */
    private final class Months {
        private final Region region;
        private final Filters live;
        private final Supplier<List<Rollup>> twoYears;

        Months(Region region, Filters filters, Supplier<List<Rollup>> onThePage) {
            this.region = region;
            live = filters.live();
            twoYears = live.equals(filters) ? onThePage : atOnce.ask(() -> figures.twoYears(region.code(), live));
        }

        Optional<YearMonth> lastReportedIn(int year) {
            return Figures.lastReported(twoYears.get().stream()
                    .filter(r -> r.period().startsWith(year + "-"))
                    .toList());
        }

        Rollup at(YearMonth month) {
            return twoYears.get().stream()
                    .filter(r -> r.period().equals(month.toString()))
                    .findFirst()
                    .orElseGet(() -> figures.rollup(region.code(), live.with(Span.month(month)), null));
        }
    }
}
