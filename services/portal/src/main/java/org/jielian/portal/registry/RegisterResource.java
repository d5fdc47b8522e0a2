package org.jielian.portal.registry;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.UnitKind;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/**
 * Keeping the register: the region that administers an institution registers, describes and closes it; a region above moves it between
 * those below.
 */
@Path("registry")
@Produces(MediaType.TEXT_HTML)
public class RegisterResource {
    private static final int UNPROCESSABLE = 422;

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
    Destinations destinations;

    @CheckedTemplate(basePath = "registry")
    static class Templates {
        static native TemplateInstance register(
                Page page, String name, RegisterForm form, Unit unit, MoveForm move, ClosingForm closing);
    }

    /** Which of a unit's forms was refused, with what was typed into it. */
    private record Refusal(String form, Map<String, String> typed, UpstreamProblem problem) {
        static final Refusal NONE = new Refusal("", Map.of(), null);

        Map<String, String> typedInto(String which) {
            return form.equals(which) ? typed : Map.of();
        }

        UpstreamProblem of(String which) {
            return form.equals(which) ? problem : null;
        }
    }

    @GET
    @Path("regions/{code}/new")
    public TemplateInstance blank(@RestPath String code) {
        return registering(administered(code), values(new MultivaluedHashMap<>()), null);
    }

    @POST
    @Path("regions/{code}/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = administered(code);
        Map<String, String> values = values(form);
        Map<String, Object> body = RegisterForm.body(values);
        body.put("regionCode", code);
        try {
            return done(units.register(body), "Registered");
        } catch (UpstreamProblem refused) {
            return again(refused, registering(region, values, refused));
        }
    }

    @GET
    @Path("units/{code}")
    public TemplateInstance present(@RestPath String code) {
        Unit unit = gate.unit(code);
        if (!visitor.administers(unit.regionCode()) && !visitor.moves(unit.path())) throw UpstreamProblem.of(403, code);
        return forms(unit, Refusal.NONE);
    }

    @POST
    @Path("units/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response describe(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = administeredUnit(code);
        Map<String, String> typed = values(form);
        return change(unit, "Described", typed, version -> units.describe(code, version, RegisterForm.body(typed)));
    }

    @POST
    @Path("units/{code}/move")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        if (!visitor.moves(unit.path())) throw UpstreamProblem.of(403, code);
        Map<String, String> typed = values(form, MoveForm.FIELDS);
        return change(unit, "Moved", typed, version -> units.move(code, version, MoveForm.body(typed)));
    }

    @POST
    @Path("units/{code}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = administeredUnit(code);
        Map<String, String> typed = values(form, List.of("from", "reason"));
        return change(unit, "Closed", typed, version -> units.close(code, typed));
    }

    /** Makes the change; refused, the forms come again with what was typed. */
    private Response change(Unit unit, String what, Map<String, String> typed, Function<String, Unit> change) {
        try {
            return done(change.apply('"' + typed.getOrDefault("version", "") + '"'), what);
        } catch (UpstreamProblem refused) {
            return again(refused, forms(unit, new Refusal(what, typed, refused)));
        }
    }

    private TemplateInstance registering(Region region, Map<String, String> values, UpstreamProblem refused) {
        var form = RegisterForm.of(
                "/registry/regions/" + region.code() + "/new",
                true,
                List.of(UnitKind.values()),
                values,
                refused,
                language.words());
        return Templates.register(frames.region(region, Section.UNITS), region.name(), form, null, null, null);
    }

    private TemplateInstance forms(Unit unit, Refusal refusal) {
        Words words = language.words();
        boolean open = unit.closedFrom() == null;
        boolean administers = visitor.administers(unit.regionCode());
        Map<String, String> typed = refusal.typedInto("Described");
        Map<String, String> moving = refusal.typedInto("Moved");
        return Templates.register(
                frames.unit(unit),
                unit.name(),
                administers
                        ? RegisterForm.of(
                                "/registry/units/" + unit.code(),
                                false,
                                UnitKind.of(unit.type()),
                                typed.isEmpty() ? RegisterForm.valuesOf(unit) : typed,
                                refusal.of("Described"),
                                words)
                        : null,
                unit,
                open && visitor.moves(unit.path())
                        ? MoveForm.of(
                                unit,
                                destinations.of(unit, moving.get("regionCode")),
                                moving,
                                refusal.of("Moved"),
                                words)
                        : null,
                open && administers ? ClosingForm.of(refusal.typedInto("Closed"), refusal.of("Closed")) : null);
    }

    private Region administered(String code) {
        Region region = gate.region(code);
        if (!visitor.administers(code)) throw UpstreamProblem.of(403, code);
        return region;
    }

    private Unit administeredUnit(String code) {
        Unit unit = gate.unit(code);
        if (!visitor.administers(unit.regionCode())) throw UpstreamProblem.of(403, code);
        return unit;
    }

    private static Response again(UpstreamProblem refused, TemplateInstance page) {
        if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static Response done(Unit unit, String what) {
        return Response.seeOther(URI.create(Addresses.unit(unit.code()) + "?done=" + what))
                .build();
    }

    private static Map<String, String> values(MultivaluedMap<String, String> form) {
        return values(form, RegisterForm.FIELDS);
    }

    private static Map<String, String> values(MultivaluedMap<String, String> form, List<String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, text(form, field)));
        return values;
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
