package org.jielian.portal.files;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;

/**
 * Imports: a file is checked first, then taken. The file stays in the person's browser between the two, so that the portal keeps nothing
 * and what is confirmed is what was checked.
 */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ImportsResource {
    private static final int UNPROCESSABLE = 422;

    @Inject
    Importing importing;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "files")
    static class Templates {
        static native TemplateInstance imports(Page page, String name, List<String> kinds);

        static native TemplateInstance job(String kind, ImportJob job);

        static native TemplateInstance refused(String message);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/imports")
    public TemplateInstance imports(@RestPath String code) {
        Region region = gate.region(code);
        if (!visitor.administers(code)) throw UpstreamProblem.of(403, code);
        return Templates.imports(
                frames.region(region, Section.IMPORTS),
                region.name(),
                List.of(ImportKind.REPORTS.code(), ImportKind.UNITS.code()));
    }

    @GET
    @Path("operator")
    public TemplateInstance operator() {
        if (!visitor.isOperator()) throw UpstreamProblem.of(403, "operator");
        String title = language.words().get("operator");
        return Templates.imports(
                frames.plain(title),
                title,
                List.of(ImportKind.REGIONS.code(), ImportKind.UNITS.code(), ImportKind.REPORTS.code()));
    }

    /** Checks or takes a file; the answer is a fragment that goes on asking how far it is. */
    @POST
    @Path("imports/{kind}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(@RestPath String kind, @RestForm String step, @RestForm FileUpload file) {
        ImportKind of = ImportKind.of(kind);
        if (file == null || file.size() == 0) return refused(language.words().get("chooseFile"));
        try {
            return Response.ok(Templates.job(kind, importing.start(of, file, !"apply".equals(step))))
                    .build();
        } catch (UpstreamProblem problem) {
            if (problem.status() >= 500) throw problem;
            return refused(problem.message());
        }
    }

    @GET
    @Path("imports/{kind}/{id}")
    public TemplateInstance watch(@RestPath String kind, @RestPath String id) {
        return Templates.job(kind, importing.watch(ImportKind.of(kind), id));
    }

    private static Response refused(String message) {
        return Response.status(UNPROCESSABLE).entity(Templates.refused(message)).build();
    }
}
