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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.evidence.KeepingFiles;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** One inspection: the checklist, what both sides say, and what the reader may do now. */
@Path("inspections/{id:[0-9a-f-]{36}}")
@Produces(MediaType.TEXT_HTML)
public class InspectionPages {
    private static final List<String> STEPS =
            List.of("POSTPONE", "BEGIN", "STATE_CASE", "CONCLUDE", "REOPEN", "CONFIRM", "CLOSE", "REPEAT", "CANCEL");
    private static final String DONE = "?done=1";

    @RestClient
    InspectionsClient inspections;

    @Inject
    KeepingFiles evidence;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance inspection(
                Page page, InspectionView view, Table history, boolean done, String error);
    }

    @GET
    public TemplateInstance look(@RestPath String id, @RestQuery String done) {
        return show(inspections.inspection(id), done != null, null);
    }

    private TemplateInstance show(Inspection inspection, boolean done, String error) {
        Words words = language.words();
        return Templates.inspection(
                frames.plain(words.get("menuInspections") + " · " + inspection.unitName()),
                InspectionView.of(inspection, language, LocalDate.now(clock)),
                new InspectionTables(language).history(inspection.history()),
                done,
                error);
    }

    /** A step, with what shows that it is true; files first, so that a refused one sends nothing off. */
    @POST
    @Path("steps/{action}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response step(
            @RestPath String id,
            @RestPath String action,
            @RestForm String text,
            @RestForm String day,
            @RestForm String agrees,
            @RestForm("files") List<FileUpload> files) {
        if (!STEPS.contains(action)) throw UpstreamProblem.of(404, action);
        return taken(id, DONE, () -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("action", action);
            put(body, "text", text);
            put(body, "day", day);
            if (agrees != null) body.put("agrees", agrees.equals("true"));
            body.put("evidence", evidence.keep(inspections.inspection(id).unitCode(), files));
            inspections.step(id, body);
        });
    }

    @POST
    @Path("items/{code}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response found(
            @RestPath String id,
            @RestPath String code,
            @RestForm String outcome,
            @RestForm String remark,
            @RestForm("kept") List<String> kept,
            @RestForm("files") List<FileUpload> files) {
        return taken(id, "#item-" + code, () -> {
            Map<String, Object> body = new LinkedHashMap<>();
            put(body, "outcome", outcome);
            put(body, "remark", remark);
            List<String> shown = new java.util.ArrayList<>(kept == null ? List.of() : kept);
            shown.addAll(evidence.keep(inspections.inspection(id).unitCode(), files));
            body.put("evidence", shown);
            inspections.look(id, code, body);
        });
    }

    /** The notice; a problem beside the checklist is one that was given a clause. */
    @POST
    @Path("notice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response serve(@RestPath String id, MultivaluedMap<String, String> typed) {
        String[] notice = new String[1];
        Response answer = taken(
                id,
                DONE,
                () -> notice[0] = inspections.serve(id, NoticeForm.body(typed)).id());
        if (notice[0] == null) return answer;
        return Response.seeOther(URI.create("/rectifications/" + notice[0])).build();
    }

    private Response taken(String id, String where, Runnable step) {
        try {
            step.run();
            return Response.seeOther(URI.create("/inspections/" + id + where)).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(inspections.inspection(id), false, refused.message()))
                    .build();
        }
    }

    private static void put(Map<String, Object> body, String name, String value) {
        if (value != null && !value.isBlank()) body.put(name, value.strip());
    }
}
