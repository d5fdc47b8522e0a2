package org.jielian.portal.sampling;

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
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Sample;
import org.jielian.portal.clients.SamplesClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Samples: drawing one, seeing how far its check has come, keeping what was found. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class SamplePages {
    private static final int UNPROCESSABLE = 422;

    @RestClient
    SamplesClient samples;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    Downloads downloads;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "sampling")
    static class Templates {
        static native TemplateInstance samples(Page page, String name, DrawForm form, Table samples);

        static native TemplateInstance sample(
                Page page,
                String name,
                SampleFacts facts,
                List<Member> members,
                boolean acts,
                String error,
                String redrawn,
                String xlsx,
                String redraw);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/samples")
    public TemplateInstance list(@RestPath String code) {
        return list(gate.region(code), DrawForm.empty(YearMonth.now(clock)));
    }

    @GET
    @Path("{tier:province|city|county}/{code}/samples.xlsx")
    @Produces(Downloads.XLSX)
    public Response download(@RestPath String code) {
        Region region = gate.region(code);
        return downloads.xlsx(
                region.name(), tables(region).list(samples.samples(code, null).items()), notes(region));
    }

    @POST
    @Path("{tier:province|city|county}/{code}/samples")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draw(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        DrawForm typed = DrawForm.of(form);
        try {
            Sample drawn = samples.draw(code, typed.order());
            return Response.seeOther(URI.create(address(region) + "/" + drawn.id()))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(list(region, typed.refused(refused.message())))
                    .build();
        }
    }

    @GET
    @Path("{tier:province|city|county}/{code}/samples/{id}")
    public TemplateInstance look(@RestPath String code, @RestPath String id, @RestQuery boolean redraw) {
        Region region = gate.region(code);
        return show(region, samples.sample(code, id), redraw ? samples.redraw(code, id) : null, null);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/samples/{id}/units.xlsx")
    @Produces(Downloads.XLSX)
    public Response downloadUnits(@RestPath String code, @RestPath String id) {
        Region region = gate.region(code);
        Sample sample = samples.sample(code, id);
        Words words = language.words();
        String how = words.get("seed") + " " + sample.seed() + " · " + sample.algorithm();
        return downloads.xlsx(region.name(), tables(region).units(sample), List.of(region.name(), how));
    }

    @POST
    @Path("{tier:province|city|county}/{code}/samples/{id}/units/{unit}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(
            @RestPath String code, @RestPath String id, @RestPath String unit, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        try {
            samples.check(code, id, unit, new Sample.Check(form.getFirst("result"), form.getFirst("note")));
            return Response.seeOther(URI.create(address(region) + "/" + id + "#u-" + unit))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(show(region, samples.sample(code, id), null, refused.message()))
                    .build();
        }
    }

    private TemplateInstance list(Region region, DrawForm form) {
        Table table = tables(region).list(samples.samples(region.code(), null).items());
        return Templates.samples(
                frames.region(region, Section.SAMPLES),
                region.name(),
                acts(region) ? form.at(address(region), region.tier() != Tier.COUNTY) : null,
                table);
    }

    private TemplateInstance show(Region region, Sample sample, Sample.Redraw redrawn, String error) {
        Words words = language.words();
        String address = address(region) + "/" + sample.id();
        return Templates.sample(
                frames.region(region, Section.SAMPLES),
                region.name(),
                SampleFacts.of(sample, words),
                sample.units().stream().map(u -> Member.of(u, address, words)).toList(),
                acts(region),
                error,
                redrawn == null ? null : SampleFacts.redrawn(redrawn, words),
                address + "/units.xlsx",
                address + "?redraw=true");
    }

    private boolean acts(Region region) {
        return visitor.isAt(region.code()) && visitor.has("reviewer");
    }

    private SampleTables tables(Region region) {
        return new SampleTables(address(region), language.words());
    }

    private List<String> notes(Region region) {
        return List.of(
                region.name(), language.words().get("asOf", language.words().time(clock.instant())));
    }

    private static String address(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/samples";
    }

    /** What is typed to draw; {@code hasBelow} where there are regions below. */
    public record DrawForm(
            String action, boolean hasBelow, String period, String percent, String seed, boolean below, String error) {
        static DrawForm empty(YearMonth now) {
            return new DrawForm(null, false, String.valueOf(now.getYear()), "5", "", false, null);
        }

        static DrawForm of(MultivaluedMap<String, String> form) {
            return new DrawForm(
                    null,
                    false,
                    text(form, "period"),
                    text(form, "percent"),
                    text(form, "seed"),
                    "true".equals(form.getFirst("below")),
                    null);
        }

        DrawForm at(String address, boolean regionsBelow) {
            return new DrawForm(address, regionsBelow, period, percent, seed, below, error);
        }

        DrawForm refused(String why) {
            return new DrawForm(action, hasBelow, period, percent, seed, below, why);
        }

        Sample.Order order() {
            return new Sample.Order(period, share(), seed.isEmpty() ? null : seed, below);
        }

        private BigDecimal share() {
            try {
                return new BigDecimal(percent).movePointLeft(2);
            } catch (NumberFormatException notANumber) {
                // the service says what it must be
                return null;
            }
        }

        private static String text(MultivaluedMap<String, String> form, String name) {
            String value = form.getFirst(name);
            return value == null ? "" : value.strip();
        }
    }
}
