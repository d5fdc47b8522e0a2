package org.jielian.portal.inspections;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** Making a plan of inspections, and what became of one: its draw, which can be repeated, and its inspections. */
@Path("{tier:province|city|county}/{code}/inspections/plans")
@Produces(MediaType.TEXT_HTML)
public class PlanPages {
    @RestClient
    InspectionsClient inspections;

    @RestClient
    UnitsClient units;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /** The form with what was typed. */
    public record Form(
            String action,
            String back,
            String error,
            String name,
            String year,
            String from,
            String to,
            String units,
            String many,
            String inspectors,
            String seed,
            String reason,
            List<Option> kinds,
            List<Option> standards,
            List<Option> types,
            List<Option> cities) {}

    /** A plan as the page says it; {@code repeated} is {@code null} until somebody asked for it. */
    public record View(Plan plan, String kind, String back, String hat, String people, Plan.Repeated repeated) {}

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance plan(Page page, String name, Form form);

        static native TemplateInstance planned(Page page, View view, Table inspections);
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestPath String code, @RestQuery String unit) {
        MultivaluedMap<String, String> typed = new MultivaluedHashMap<>();
        LocalDate today = LocalDate.now(clock);
        typed.putSingle("from", today.toString());
        typed.putSingle("to", today.plusDays(13).toString());
        typed.putSingle("year", String.valueOf(today.getYear()));
        if (unit != null && Gate.isUnit(unit)) typed.putSingle("units", unit);
        return form(planning(code), new PlanForm(typed), null);
    }

    /** Only those who may plan for the region get as far as the form. */
    private Region planning(String code) {
        Region region = gate.region(code);
        if (!InspectionListPages.plansFor(visitor, code)) throw UpstreamProblem.of(403, code);
        return region;
    }

    private TemplateInstance form(Region region, PlanForm typed, String error) {
        Words words = language.words();
        boolean province = region.tier() == Tier.PROVINCE;
        String home = InspectionListPages.home(region);
        Form form = new Form(
                home + "/plans/new",
                home,
                error,
                typed.get("name"),
                typed.get("year"),
                typed.get("from"),
                typed.get("to"),
                typed.get("units"),
                typed.get("many"),
                typed.get("inspectors"),
                typed.get("seed"),
                typed.get("reason"),
                InspectionParams.KINDS.stream()
                        .filter(k -> province || !k.equals("CROSS_CITY"))
                        .map(k -> new Option(k, words.get("inspectionKind" + k), k.equals(typed.get("kind"))))
                        .toList(),
                inspections.standards(region.code()).items().stream()
                        .map(s -> new Option(
                                s.standardCode(), s.name(), s.standardCode().equals(typed.get("standardCode"))))
                        .toList(),
                InspectionLists.options(
                        typed.get("type").isEmpty() ? null : typed.get("type"),
                        Arrays.stream(InstitutionType.values()).map(Enum::name).toList(),
                        "type",
                        words),
                province ? cities(region, typed.get("inspecting")) : List.of());
        return Templates.plan(frames.region(region, Section.INSPECTIONS), region.name(), form);
    }

    private List<Option> cities(Region province, String chosen) {
        return units.children(province.code()).stream()
                .filter(r -> r.tier() == Tier.CITY)
                .map(r -> new Option(r.code(), r.name(), r.code().equals(chosen)))
                .toList();
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(@RestPath String code, MultivaluedMap<String, String> typed) {
        Region region = planning(code);
        PlanForm form = new PlanForm(typed);
        try {
            Plan plan = inspections.plan(form.body(code));
            return Response.seeOther(URI.create(InspectionListPages.home(region) + "/plans/" + plan.id()))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(form(region, form, refused.message()))
                    .build();
        }
    }

    @GET
    @Path("{id:[0-9a-f-]{36}}")
    public TemplateInstance look(@RestPath String code, @RestPath String id, @RestQuery boolean draw) {
        Region region = gate.region(code);
        Plan plan = inspections.plan(id);
        Plan.Draw drawn = plan.draw();
        View view = new View(
                plan,
                language.words().get("inspectionKind" + plan.kind()),
                InspectionListPages.home(region),
                drawn == null ? null : String.join(" ", drawn.unitsInHat()),
                drawn == null ? null : String.join("、", drawn.inspectorsInHat()),
                draw && drawn != null ? inspections.draw(id) : null);
        List<Inspection.Line> lines = Listing.all(cursor -> inspections.inspections(
                null, null, null, id, null, null, false, null, "day", "asc", cursor, InspectionLists.MOST));
        return Templates.planned(
                frames.region(region, Section.INSPECTIONS),
                view,
                new InspectionTables(language).inspections(lines).make());
    }
}
