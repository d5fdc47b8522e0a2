package org.jielian.portal.unit;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.BusinessTime;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Draft;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/** What the script on a unit's page asks for: fragments of the page as HTML, and what was typed as JSON. */
@Path("unit/{code}/desk/{month}")
public class DeskResource {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(BusinessTime.ZONE);

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    UnitHome home;

    @Inject
    DeskReading reading;

    @Inject
    Catalogue catalogue;

    @Inject
    CurrentLanguage language;

    /** What became of a draft that was saved. */
    public record Saved(long version, String at, List<Remark> findings, Map<String, String> prices) {}

    /** Something to be said about a figure. */
    public record Remark(String field, String grade, String text) {}

    /** A refusal; {@code theirs} is what somebody else saved meanwhile, {@code null} when nobody did. */
    public record Refusal(String message, List<UpstreamProblem.Field> errors, DeskMonth theirs) {}

    /** Why a report is corrected. */
    public record Submission(long version, String reason) {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance month(@RestPath String code, @RestPath String month) {
        return home.month(gate.unit(code), month(month));
    }

    @GET
    @Path("cell")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance cell(@RestPath String code, @RestPath String month, @RestQuery String field) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        Field known = fields(period).stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .orElseThrow(() -> UpstreamProblem.of(404, field));
        return home.cell(unit, period, known);
    }

    @PUT
    @Path("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response save(@RestPath String code, @RestPath String month, DeskMonth typed) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        if (typed == null) throw UpstreamProblem.of(400, month);
        return answer(unit, period, typed.draftVersion(), () -> {
            Draft draft = metrics.saveDraft(
                    code, period.toString(), tag(typed.draftVersion()), typed.toDraft(fields(period)));
            Ledger ledger = reading.of(unit, period);
            List<Remark> remarks = reading.findings(ledger, period).stream()
                    .map(f -> new Remark(f.field(), f.severity(), f.text(language.get())))
                    .toList();
            return new Saved(draft.version(), CLOCK.format(draft.savedAt()), remarks, ledger.prices(period, draft));
        });
    }

    @DELETE
    @Path("draft")
    @Produces(MediaType.APPLICATION_JSON)
    public Response discard(@RestPath String code, @RestPath String month, @RestQuery long version) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        return answer(unit, period, version, () -> {
            metrics.discardDraft(code, period.toString(), tag(version));
            return Map.of();
        });
    }

    @POST
    @Path("submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response submit(@RestPath String code, @RestPath String month, Submission submission) {
        Unit unit = gate.unit(code);
        YearMonth period = month(month);
        if (submission == null) throw UpstreamProblem.of(400, month);
        return answer(unit, period, submission.version(), () -> {
            metrics.submitDraft(
                    code, period.toString(), tag(submission.version()), new Report.Reason(submission.reason()));
            return Map.of("month", period.toString());
        });
    }

    /** A refusal the person can do something about is told to the script; any other ends as everywhere. */
    private Response answer(Unit unit, YearMonth month, long draftVersion, Supplier<Object> work) {
        try {
            return Response.ok(work.get()).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            DeskMonth theirs = refused.status() == 412 ? theirs(unit, month, draftVersion) : null;
            return Response.status(refused.status())
                    .entity(new Refusal(refused.message(), refused.body().errors(), theirs))
                    .build();
        }
    }

    /** What somebody else saved: another draft, or another report while the draft is still the one that was seen. */
    private DeskMonth theirs(Unit unit, YearMonth month, long draftVersion) {
        Ledger ledger = reading.of(unit, month);
        long present = ledger.draft(month).map(Draft::version).orElse(0L);
        return present == draftVersion
                ? DeskMonth.of(ledger.withoutDrafts(), month).over(present)
                : DeskMonth.of(ledger, month);
    }

    private List<Field> fields(YearMonth month) {
        Words words = language.words();
        return Field.of(catalogue.askedIn(month.getYear()), words);
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }
}
