package org.jielian.portal.unit;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;
import org.jielian.portal.unit.MonthForm.Attempt;

/** The portal of a unit. */
@Path("unit/{code}")
@Produces(MediaType.TEXT_HTML)
public class UnitResource {
    private static final int UNPROCESSABLE = 422;
    private static final int REFRESH_SECONDS = 1;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    UnitHome home;

    @Inject
    DeskReading reading;

    @Inject
    Downloads downloads;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @GET
    public Response home(@RestPath String code, @RestQuery String month, @RestQuery String by, @RestQuery String done) {
        Unit unit = gate.unit(code);
        YearMonth asked = month == null ? null : month(month);
        try {
            return Response.ok(home.show(unit, asked, "month".equals(by), Attempt.NONE, done))
                    .build();
        } catch (UpstreamProblem unknown) {
            // the register lets this person see the unit, so reporting refuses because it has not heard of it, or of
            // its
            // move, yet
            if (unknown.status() != 403 && unknown.status() != 404) throw unknown;
            return Response.ok(home.arriving(unit, done))
                    .header("Refresh", REFRESH_SECONDS)
                    .build();
        }
    }

    @POST
    @Path("reports/{month}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(@RestPath String code, @RestPath String month, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (MonthForm.isAsked(name)) typed.put(name, values.get(0).strip());
        });
        String reason = text(form, "reason");
        String version = text(form, "version");
        if (!version.isEmpty() && reason.isEmpty()) {
            return again(unit, period, new Attempt(typed, reason, null, true));
        }
        try {
            Report.Draft draft =
                    MonthForm.draft(reading.of(unit, period), period, typed, reason.isEmpty() ? null : reason);
            metrics.report(code, period.toString(), version.isEmpty() ? null : '"' + version + '"', draft);
            return done(code, period, version.isEmpty() ? "Reported" : "Corrected");
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return again(unit, period, new Attempt(typed, reason, refused, false));
        }
    }

    @POST
    @Path("withdrawals/{month}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@RestPath String code, @RestPath String month, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        try {
            metrics.withdraw(code, period.toString(), new Report.Reason(text(form, "reason")))
                    .close();
            return done(code, period, "Withdrawn");
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return again(unit, period, new Attempt(Map.of(), "", refused, false));
        }
    }

    @GET
    @Path("months.xlsx")
    @Produces(Downloads.XLSX)
    public Response months(@RestPath String code, @RestQuery int year) {
        Unit unit = gate.unit(code);
        return download(unit, home.monthsTable(unit, year));
    }

    @GET
    @Path("revisions.xlsx")
    @Produces(Downloads.XLSX)
    public Response revisions(@RestPath String code, @RestQuery String month) {
        Unit unit = gate.unit(code);
        return download(unit, home.revisionsTable(unit, month(month)));
    }

    private Response download(Unit unit, Table table) {
        String asOf = language.words().get("asOf", language.words().time(clock.instant()));
        return downloads.xlsx(unit.name(), table, List.of(unit.name() + " " + unit.code(), asOf));
    }

    private Response again(Unit unit, YearMonth period, Attempt attempt) {
        return Response.status(UNPROCESSABLE)
                .entity(home.show(unit, period, false, attempt, null))
                .build();
    }

    private static Response done(String code, YearMonth period, String what) {
        return Response.seeOther(URI.create(Addresses.unit(code) + "?month=" + period + "&done=" + what + "#month"))
                .build();
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }
}
