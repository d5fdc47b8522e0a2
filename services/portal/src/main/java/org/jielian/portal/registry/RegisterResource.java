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
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
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

/** Keeping the register: the region that administers an institution registers, describes and closes it. */
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

    @CheckedTemplate(basePath = "registry")
    static class Templates {
        static native TemplateInstance register(
                Page page, String name, RegisterForm form, Unit unit, String closingError);
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
            return to(units.register(body));
        } catch (UpstreamProblem refused) {
            return again(refused, registering(region, values, refused));
        }
    }

    @GET
    @Path("units/{code}")
    public TemplateInstance present(@RestPath String code) {
        Unit unit = administeredUnit(code);
        return describing(unit, RegisterForm.valuesOf(unit), null, null);
    }

    @POST
    @Path("units/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response describe(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = administeredUnit(code);
        Map<String, String> values = values(form);
        try {
            return to(units.describe(code, '"' + values.get("version") + '"', RegisterForm.body(values)));
        } catch (UpstreamProblem refused) {
            return again(refused, describing(unit, values, refused, null));
        }
    }

    @POST
    @Path("units/{code}/closure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = administeredUnit(code);
        try {
            return to(units.close(code, Map.of("from", text(form, "from"), "reason", text(form, "reason"))));
        } catch (UpstreamProblem refused) {
            return again(refused, describing(unit, RegisterForm.valuesOf(unit), null, refused.message()));
        }
    }

    private TemplateInstance registering(Region region, Map<String, String> values, UpstreamProblem refused) {
        var form =
                RegisterForm.of("/registry/regions/" + region.code() + "/new", true, values, refused, language.words());
        return Templates.register(frames.region(region, Section.UNITS), region.name(), form, null, null);
    }

    private TemplateInstance describing(
            Unit unit, Map<String, String> values, UpstreamProblem refused, String closingError) {
        var form = RegisterForm.of("/registry/units/" + unit.code(), false, values, refused, language.words());
        return Templates.register(frames.unit(unit), unit.name(), form, unit, closingError);
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

    private static Response to(Unit unit) {
        return Response.seeOther(URI.create(Addresses.unit(unit.code()) + "#register"))
                .build();
    }

    private static Map<String, String> values(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        RegisterForm.FIELDS.forEach(field -> values.put(field, text(form, field)));
        return values;
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
