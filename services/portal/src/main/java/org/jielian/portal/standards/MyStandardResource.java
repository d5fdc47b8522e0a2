package org.jielian.portal.standards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** A unit's standard: what holds, which tier set each value, what changed last, and taking note of it. */
@Path("unit/{code}")
public class MyStandardResource {
    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    /** What the page says above the tables; {@code acknowledged} is {@code null} before. */
    public record View(
            String standardCode,
            String title,
            String release,
            String effectiveFrom,
            long changes,
            String acknowledged,
            boolean mayAcknowledge) {}

    /** How the unit stands in a year, and by what that was computed. */
    public record Standing(
            int year, boolean provisional, String months, Told.Basis basis, List<Gauge> gauges, Table figures) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance mine(
                Page page,
                Unit unit,
                List<Option> standards,
                View view,
                Standing standing,
                Table chain,
                List<EditForm.Part> parts,
                Table values);
    }

    @GET
    @Path("standard")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(
            @RestPath String code, @RestQuery String standard, @RestQuery String part, @RestQuery Integer year) {
        Unit unit = gate.unit(code);
        List<Told.StandardLine> lines = supervision.standards(code).items();
        if (lines.isEmpty())
            return Templates.mine(frames.unit(unit), unit, List.of(), null, null, null, List.of(), null);
        String chosen = lines.stream()
                .map(Told.StandardLine::standardCode)
                .filter(c -> c.equals(standard))
                .findFirst()
                .orElse(lines.get(0).standardCode());
        Told.Standard told = supervision.standard(code, chosen);
        Words words = language.words();
        Labels labels = labels(told);
        List<EditForm.Part> parts = parts(told, part, words);
        String here = parts.stream()
                .filter(EditForm.Part::here)
                .map(EditForm.Part::code)
                .findFirst()
                .orElse(Fields.MAIN);
        List<Option> options = lines.stream()
                .map(l ->
                        new Option(l.standardCode(), l.name(), l.standardCode().equals(chosen)))
                .toList();
        String address = Addresses.unit(code) + "/standard";
        StandardTables tables = new StandardTables(words);
        return Templates.mine(
                frames.unit(unit),
                unit,
                options,
                view(told, chosen, unit, labels, words),
                standing(code, chosen, year),
                tables.chain(told.chain()),
                parts,
                tables.values(
                        told.values().stream()
                                .filter(v -> partOf(v.place()).equals(here))
                                .toList(),
                        told,
                        labels,
                        address + ".xlsx?standard=" + chosen));
    }

    /** By the year that was asked for, or the last one that is over; {@code null} while nothing was evaluated. */
    private Standing standing(String code, String standard, Integer asked) {
        int year = asked == null ? LocalDate.now(clock).getYear() - 1 : asked;
        try {
            Told.Result result = supervision.result(code, standard, year);
            return new Standing(
                    year,
                    result.provisional(),
                    result.monthsReported() + "/" + result.monthsExpected(),
                    result.basis(),
                    new ResultTables(language.words()).gauges(result.figures()),
                    new ResultTables(language.words()).figures(result.figures(), language.get() == Language.EN));
        } catch (UpstreamProblem problem) {
            if (problem.status() == 404) return null;
            throw problem;
        }
    }

    private Labels labels(Told.Standard told) {
        return new Labels(told.content(), language.words(), language.get() == Language.EN);
    }

    private View view(Told.Standard told, String chosen, Unit unit, Labels labels, Words words) {
        return new View(
                chosen,
                labels.text(told.name()),
                told.release(),
                told.effectiveFrom().toString(),
                told.changes().size(),
                told.acknowledgedAt() == null ? null : words.time(told.acknowledgedAt()),
                told.acknowledgedAt() == null && visitor.reportsFor(unit.code(), unit.regionCode()));
    }

    /** Everything of the standard, whatever it is, belongs to one of the parts one can go to. */
    private static List<EditForm.Part> parts(Told.Standard told, String asked, Words words) {
        List<String> codes = Fields.parts(told.content());
        String here = codes.contains(asked) ? asked : Fields.MAIN;
        return codes.stream()
                .map(c -> new EditForm.Part(
                        c, words.has("part" + c) ? words.get("part" + c) : Labels.named(words, c), c.equals(here)))
                .toList();
    }

    private static String partOf(String place) {
        if (place.startsWith("items/")) return Fields.ITEMS;
        if (place.startsWith("quotas/")) return place.substring("quotas/".length(), place.indexOf('.'));
        return Fields.MAIN;
    }

    @GET
    @Path("standard.xlsx")
    public Response download(@RestPath String code, @RestQuery String standard) {
        Unit unit = gate.unit(code);
        Told.Standard told = supervision.standard(code, standard);
        Table values = new StandardTables(language.words()).values(told.values(), told, labels(told), null);
        return downloads.xlsx(
                unit.name(),
                values,
                List.of(told.release(), told.effectiveFrom().toString()));
    }

    @POST
    @Path("standard/acknowledgement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acknowledge(@RestPath String code, MultivaluedMap<String, String> form) {
        gate.unit(code);
        String standard = form.getFirst("standard");
        supervision.acknowledge(code, standard == null ? "" : standard);
        return Response.seeOther(URI.create(Addresses.unit(code) + "/standard?standard=" + standard))
                .build();
    }
}
