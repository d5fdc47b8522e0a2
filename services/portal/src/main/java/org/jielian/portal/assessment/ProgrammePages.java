package org.jielian.portal.assessment;

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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The programme's target: how far a region has come against time, and how it splits the target among those below. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ProgrammePages {
    private static final String AT = "{tier:province|city|county}/{code}/programme";

    @RestClient
    AssessmentClient assessments;

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

    /** One row of the form: what is allotted to a part now. */
    public record Field(String node, String name, String share, boolean binding, long eligible) {}

    /** What the page says beside its tables. */
    public record View(
            Told.Progress told,
            String basis,
            String target,
            String share,
            String pace,
            String paceGrade,
            String check,
            boolean enough) {}

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance programme(
                Page page,
                String name,
                String address,
                View view,
                Table parts,
                Table months,
                Table tiers,
                Table history,
                List<Field> fields,
                String error);
    }

    private static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/programme";
    }

    @GET
    @Path(AT)
    public TemplateInstance look(@RestPath String code, @RestQuery Integer year) {
        return show(gate.region(code), asked(year), null);
    }

    private int asked(Integer year) {
        return year == null ? LocalDate.now(clock).getYear() : year;
    }

    private TemplateInstance show(Region region, int year, String error) {
        Told.Progress told = assessments.progress(region.code(), year);
        boolean allots = visitor.isAt(region.code()) && (visitor.has("administrator") || visitor.has("supervisor"));
        ProgrammeTables tables = new ProgrammeTables(language.words());
        List<Field> fields = new ArrayList<>();
        if (allots) {
            told.parts()
                    .forEach(p -> fields.add(new Field(
                            p.node(),
                            tables.name(region, p),
                            p.target() == null ? "" : p.target().toPlainString(),
                            p.binding(),
                            p.eligible())));
        }
        return Templates.programme(
                frames.region(region, Section.ASSESSMENTS),
                region.name(),
                home(region),
                view(told),
                tables.parts(region, told, home(region) + ".xlsx?year=" + year),
                tables.months(told),
                tables.tiers(told),
                tables.history(
                        region, told, assessments.history(region.code(), year).items()),
                fields,
                error);
    }

    private View view(Told.Progress p) {
        var words = language.words();
        Long behind = p.whole().behind();
        String pace = behind == null
                ? null
                : behind > 0
                        ? words.get("paceBehind", behind)
                        : behind < 0 ? words.get("paceAhead", -behind) : words.get("paceEven");
        Told.Check c = p.check();
        String check = c.wanted() == null
                ? null
                : words.get(c.enough() ? "allottedEnough" : "allottedLacks", c.allotted(), c.wanted());
        return new View(
                p,
                words.get("programmeBasis" + p.basis()),
                p.whole().target() == null
                        ? words.get("none")
                        : p.whole().target().toPlainString() + " %",
                p.whole().share() == null
                        ? words.get("none")
                        : p.whole().share().toPlainString() + " %",
                pace,
                behind != null && behind > 0 ? "worse" : "better",
                check,
                c.enough());
    }

    @GET
    @Path(AT + ".xlsx")
    public Response download(@RestPath String code, @RestQuery Integer year) {
        Region region = gate.region(code);
        Told.Progress told = assessments.progress(code, asked(year));
        return downloads.xlsx(
                region.name() + "-" + told.year(),
                new ProgrammeTables(language.words()).parts(region, told, null),
                List.of(language.words().get("asOf", told.asOf())));
    }

    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response allot(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        int year = number(form.getFirst("year")).intValue();
        List<Map<String, Object>> parts = new ArrayList<>();
        form.keySet().stream().filter(k -> k.startsWith("share.")).forEach(k -> {
            String node = k.substring("share.".length());
            String share = form.getFirst(k);
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("node", node);
            part.put("share", share.isBlank() ? null : number(share));
            part.put("binding", form.getFirst("binding." + node) != null);
            parts.add(part);
        });
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("parts", parts);
        asked.put("reason", form.getFirst("reason"));
        try {
            assessments.allot(code, year, asked);
            return Response.seeOther(URI.create(home(region) + "?year=" + year)).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(region, year, refused.message()))
                    .build();
        }
    }

    private BigDecimal number(String text) {
        try {
            return new BigDecimal(String.valueOf(text).strip());
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("notANumber", text));
        }
    }
}
