package org.jielian.portal.monthly;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.ClosingClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.Filters;
import org.jielian.portal.figures.Span;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.standards.StandardInForce;

/** A region's monthly report 月报 as a paper. */
@Path("{tier:province|city|county}/{code}/closings/{month:\\d\\d\\d\\d-\\d\\d}/report.{ending:docx|pdf}")
public class MonthlyReportResource {
    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Figures figures;

    @Inject
    StandardInForce standards;

    @RestClient
    ClosingClient closings;

    @Inject
    AtOnce atOnce;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    @GET
    public Response print(@RestPath String code, @RestPath YearMonth month, @RestPath String ending) {
        Region region = gate.region(code);
        Supplier<Closing.Month> closing = atOnce.ask(() -> closings.month(code, month.toString(), null));
        Supplier<Optional<String>> standard = atOnce.ask(() -> standards.of(code, month.atEndOfMonth()));
        MonthlyReport.Figures shown = figures(code, month);
        MonthlyReport report = new MonthlyReport(region, month, shown, closing.get(), standard.get());
        return papers.print(report.paper(LocalDate.now(clock), visitor.name()), ending);
    }

    private MonthlyReport.Figures figures(String code, YearMonth month) {
        Filters now = new Filters(Span.month(month), Filters.LIVE, Filters.STAT, null);
        Filters before = now.with(now.span().yearBefore());
        Filters year = now.with(Span.yearToDate(month));
        Supplier<Breakdown> earlier = atOnce.ask(() -> figures.breakdown(code, before, false, null));
        Supplier<Rollup> sinceJanuary = atOnce.ask(() -> figures.rollup(code, year, null));
        Supplier<Rollup> sinceJanuaryBefore =
                atOnce.ask(() -> figures.rollup(code, year.with(year.span().yearBefore()), null));
        return new MonthlyReport.Figures(
                figures.breakdown(code, now, false, null),
                earlier.get(),
                sinceJanuary.get(),
                sinceJanuaryBefore.get(),
                figures.carriers(code, now),
                figures.types(code, now));
    }
}
