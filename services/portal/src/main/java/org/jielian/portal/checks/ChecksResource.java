package org.jielian.portal.checks;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Checking.Parameters;
import org.jielian.portal.clients.CheckingClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;

/** What the checks of reports go by in a region, and by whom it was set. */
@Path("{tier:province|city|county}/{code}/checks")
@Produces(MediaType.TEXT_HTML)
public class ChecksResource {
    private static final int UNPROCESSABLE = 422;

    @RestClient
    CheckingClient checking;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "checks")
    static class Templates {
        static native TemplateInstance checks(
                Page page, String name, String address, ChecksForm form, boolean acts, boolean done);
    }

    @GET
    public TemplateInstance look(@RestPath String code, @RestQuery String done) {
        Region region = gate.region(code);
        return page(region, checking.parameters(code), Map.of(), null, done != null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, values.get(0).strip()));
        Parameters present = checking.parameters(code);
        try {
            Map<String, Object> change = new HashMap<>();
            change.put("parameters", ChecksForm.changes(present, typed));
            checking.set(code, change);
            return Response.seeOther(URI.create(address(region) + "?done=Set")).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(page(region, present, typed, refused, false))
                    .build();
        }
    }

    private TemplateInstance page(
            Region region, Parameters parameters, Map<String, String> typed, UpstreamProblem refused, boolean done) {
        return Templates.checks(
                frames.region(region, Section.CLOSINGS, ""),
                region.name(),
                address(region),
                ChecksForm.of(parameters, typed, refused, language.get(), language.words()),
                visitor.administers(region.code()),
                done);
    }

    private static String address(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/checks";
    }
}
