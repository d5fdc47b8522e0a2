package org.jielian.portal.contacts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Contact;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;

/** Whom to reach at a region or unit: everyone above looks, the node itself and the tier that administers a unit keep it. */
@Path("contacts/{node}")
@Produces(MediaType.TEXT_HTML)
public class ContactsResource {
    private static final int UNPROCESSABLE = 422;

    @RestClient
    UnitsClient units;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @CheckedTemplate(basePath = "contacts")
    static class Templates {
        static native TemplateInstance contact(
                Page page, String name, String back, ContactForm form, boolean keeps, boolean saved);

        static native TemplateInstance card(Contact contact, String node, boolean keeps);
    }

    /** A region or unit as far as its contact needs it. */
    private record Node(String name, String back, boolean keeps, Page page) {}

    @GET
    public TemplateInstance show(@RestPath String node, @RestQuery boolean saved) {
        Node there = node(node);
        return page(there, ContactForm.of("/contacts/" + node, units.contact(node)), saved);
    }

    /** The same in short, within another page. */
    @GET
    @Path("card")
    public TemplateInstance card(@RestPath String node) {
        return Templates.card(units.contact(node), node, node(node).keeps());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response keep(
            @RestPath String node,
            @FormParam("version") long version,
            @FormParam("person") String person,
            @FormParam("email") String email,
            @FormParam("phone") String phone) {
        Node there = node(node);
        if (!there.keeps()) throw UpstreamProblem.of(403, node);
        var typed = new Contact.Draft(person, email, phone);
        try {
            units.keepContact(node, "\"" + version + "\"", typed);
            return Response.seeOther(URI.create("/contacts/" + node + "?saved=true"))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(page(there, ContactForm.refused("/contacts/" + node, version, typed, refused), false))
                    .build();
        }
    }

    private static TemplateInstance page(Node there, ContactForm form, boolean saved) {
        return Templates.contact(there.page(), there.name(), there.back(), form, there.keeps(), saved);
    }

    private Node node(String code) {
        if (Gate.isUnit(code)) {
            Unit unit = gate.unit(code);
            boolean keeps = visitor.keepsContactOf(code, unit.regionCode());
            return new Node(unit.name(), Addresses.unit(code) + "#register", keeps, frames.unit(unit));
        }
        Region region = gate.region(code);
        return new Node(
                region.name(),
                Addresses.region(region.tier(), code),
                visitor.administers(code),
                frames.region(region, Section.UNITS, ""));
    }
}
