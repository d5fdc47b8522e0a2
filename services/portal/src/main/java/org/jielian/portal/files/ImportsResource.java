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
import java.io.InputStream;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;

/**
 * One import, in fragments: a file is looked at first, then the very same file is taken when somebody confirms. The service keeps the file
 * between the two; the portal keeps nothing.
 */
@Path("imports/{kind}")
@Produces(MediaType.TEXT_HTML)
public class ImportsResource {
    private static final int UNPROCESSABLE = 422;
    private static final int ROWS = 50;

    @Inject
    Importing importing;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "files")
    static class Templates {
        static native TemplateInstance job(String kind, ImportJob job, List<RowsTable> rows);

        static native TemplateInstance rows(RowsTable table);

        static native TemplateInstance refused(String message, List<UpstreamProblem.Field> particulars);
    }

    /** Has a file checked; the answer goes on asking how far that is. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response look(@RestPath String kind, @RestForm FileUpload file) {
        ImportKind of = ImportKind.of(kind);
        if (file == null || file.size() == 0) return refused(language.words().get("chooseFile"), List.of());
        return orRefused(() -> job(kind, importing.look(of, file)));
    }

    /** Takes the file that was checked. */
    @POST
    @Path("{id}/application")
    public Response apply(@RestPath String kind, @RestPath String id) {
        return orRefused(() -> job(kind, importing.apply(ImportKind.of(kind), id)));
    }

    @GET
    @Path("{id}")
    public TemplateInstance watch(@RestPath String kind, @RestPath String id) {
        return job(kind, importing.watch(ImportKind.of(kind), id));
    }

    /** Takes an import back. */
    @POST
    @Path("{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@RestPath String kind, @RestPath String id, @RestForm String reason) {
        return orRefused(() -> job(kind, importing.undo(ImportKind.of(kind), id, reason)));
    }

    /** A workbook to fill in, with what is known already. */
    @GET
    @Path("template")
    @Produces(MediaType.WILDCARD)
    public Response template(@RestPath String kind, @RestQuery String node, @RestQuery String period) {
        if (node == null) throw UpstreamProblem.of(404, kind);
        String asked = period == null || period.isBlank() ? null : period;
        Response template = importing.template(ImportKind.of(kind), node, asked);
        String name = kind + "-" + node + (asked == null ? "" : "-" + asked) + ".xlsx";
        return Response.ok(template.readEntity(InputStream.class), template.getMediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^0-9A-Za-z.-]", "") + "\"")
                .build();
    }

    /** The file as it was sent. */
    @GET
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath String kind, @RestPath String id) {
        return handOn(importing.file(ImportKind.of(kind), id));
    }

    /** The same rows with the cells in question marked. */
    @GET
    @Path("{id}/workbook")
    @Produces(MediaType.WILDCARD)
    public Response workbook(@RestPath String kind, @RestPath String id) {
        return handOn(importing.workbook(ImportKind.of(kind), id));
    }

    private static Response handOn(Response file) {
        return Response.ok(file.readEntity(InputStream.class), file.getMediaType())
                .header("Content-Disposition", file.getHeaderString("Content-Disposition"))
                .build();
    }

    /** More rows of one kind. */
    @GET
    @Path("{id}/rows")
    public TemplateInstance rows(
            @RestPath String kind, @RestPath String id, @RestQuery String fate, @RestQuery String cursor) {
        if (!RowsTable.SHOWN.contains(fate)) throw UpstreamProblem.of(404, fate);
        ImportKind of = ImportKind.of(kind);
        ImportJob job = importing.watch(of, id);
        Listing<ImportJob.Row> page = importing.rows(of, id, fate, cursor, ROWS);
        String more = page.next() == null ? null : rowsAddress(kind, id, fate) + "&cursor=" + page.next();
        return Templates.rows(RowsTable.of(job, fate, page.items(), more));
    }

    private static TemplateInstance job(String kind, ImportJob job) {
        return Templates.job(kind, job, rows(kind, job));
    }

    /** The first rows of each kind that is worth a look. */
    static List<RowsTable> rows(String kind, ImportJob job) {
        return RowsTable.SHOWN.stream()
                .filter(fate -> job.count(fate) > 0 && job.first().containsKey(fate))
                .map(fate -> first(kind, job, fate))
                .toList();
    }

    private static RowsTable first(String kind, ImportJob job, String fate) {
        List<ImportJob.Row> rows = job.first().get(fate);
        String more = rows.size() < job.count(fate) ? rowsAddress(kind, job.id(), fate) : null;
        return RowsTable.of(job, fate, rows, more);
    }

    private static String rowsAddress(String kind, String id, String fate) {
        return "/imports/" + kind + "/" + id + "/rows?fate=" + fate;
    }

    private interface Answer {
        TemplateInstance get();
    }

    private static Response orRefused(Answer answer) {
        try {
            return Response.ok(answer.get()).build();
        } catch (UpstreamProblem problem) {
            if (problem.status() >= 500) throw problem;
            return refused(problem.message(), problem.body().errors());
        }
    }

    private static Response refused(String message, List<UpstreamProblem.Field> particulars) {
        return Response.status(UNPROCESSABLE)
                .entity(Templates.refused(message, particulars))
                .build();
    }
}
