package org.jielian.portal.unit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Attachment;
import org.jielian.portal.clients.ClosingClient;
import org.jielian.portal.clients.Draft;
import org.jielian.portal.clients.Finding;
import org.jielian.portal.clients.Items;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.i18n.CurrentLanguage;

/** Fetches what lies on a unit's desk. */
@RequestScoped
class DeskReading {
    private static final int MONTHS_BACK = 12;

    @RestClient
    MetricsClient metrics;

    @RestClient
    ClosingClient closings;

    @Inject
    AtOnce atOnce;

    @Inject
    Catalogue catalogue;

    @Inject
    Visitor visitor;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /** The month that is due: the last one that is over. */
    YearMonth due() {
        return YearMonth.now(clock).minusMonths(1);
    }

    /** @param month around which somebody looks */
    Ledger of(Unit unit, YearMonth month) {
        String code = unit.code();
        YearMonth now = YearMonth.now(clock);
        boolean acts = visitor.reportsFor(code, unit.regionCode()) && unit.closedFrom() == null;
        Supplier<List<Draft>> drafts =
                atOnce.ask(() -> acts ? metrics.drafts(code, null, null).items() : List.of());
        Supplier<List<Report>> reports =
                atOnce.ask(() -> metrics.reports(code, null, null).items());
        Supplier<List<Attachment>> attachments =
                atOnce.ask(() -> metrics.attachments(code, null, null).items());
        Map<YearMonth, MonthStanding> calendar = calendar(code, month, now);
        return new Ledger(
                unit,
                Field.of(catalogue.askedIn(month.getYear()), language.words()),
                new Months(reports.get()),
                drafts.get().stream().collect(Collectors.toMap(Draft::period, Function.identity())),
                attachments.get(),
                calendar,
                acts,
                now,
                language.words());
    }

    private Map<YearMonth, MonthStanding> calendar(String unit, YearMonth month, YearMonth now) {
        var years = new TreeSet<>(List.of(
                month.getYear(), now.getYear(), now.minusMonths(MONTHS_BACK - 1).getYear()));
        List<Supplier<Items<MonthStanding>>> asked = years.stream()
                .map(year -> atOnce.ask(() -> closings.standings(unit, year)))
                .toList();
        Map<YearMonth, MonthStanding> calendar = new HashMap<>();
        asked.forEach(year -> year.get().items().forEach(m -> calendar.put(m.period(), m)));
        return calendar;
    }

    /** What the checks say of the months of a year: of drafts as they are, of reports as they were handed in. */
    Map<YearMonth, List<Finding>> findings(Ledger ledger, int year) {
        Map<YearMonth, List<Finding>> findings = new HashMap<>();
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(year, m);
            findings.put(month, findings(ledger, month));
        }
        return findings;
    }

    List<Finding> findings(Ledger ledger, YearMonth month) {
        return ledger.draft(month)
                .map(d -> metrics.checkDraft(ledger.unit().code(), month.toString(), d.typed())
                        .findings())
                .orElseGet(
                        () -> ledger.months().find(month).map(Report::findings).orElse(List.of()));
    }
}
