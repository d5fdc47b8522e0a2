package org.jielian.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;

/** The door: sends everybody to their own portal. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    @Inject
    Visitor visitor;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance signedOut(Page page);
    }

    @GET
    public Response home() {
        String node = visitor.node();
        if (node == null && visitor.isOperator()) return to("/operator");
        if (node == null) throw UpstreamProblem.of(403, language.words().get("noNode"));
        if (Gate.isUnit(node)) return to(Addresses.unit(node));
        Region region = gate.region(node);
        return to(Addresses.region(region.tier(), region.code()));
    }

    @GET
    @Path("signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut(frames.plain(language.words().get("signedOut")));
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
