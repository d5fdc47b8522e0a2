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
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.evidence.KeepingFiles;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Table;

/** One rectification notice: problem by problem, what is required, how the unit answered, and what the reader may do now. */
@Path("rectifications/{id:[0-9a-f-]{36}}")
public class RectificationPages {
    private static final List<String> STEPS = List.of("ANSWER", "ASK_EXTENSION", "GRANT", "REFUSE", "VERIFY", "RETURN");

    @RestClient
    InspectionsClient inspections;

    @Inject
    KeepingFiles evidence;

    @Inject
    Papers papers;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance notice(
                Page page, RectificationView view, Table history, boolean done, String error);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(@RestPath String id, @RestQuery String done) {
        return show(inspections.rectification(id), done != null, null);
    }

    private TemplateInstance show(Rectification notice, boolean done, String error) {
        Words words = language.words();
        return Templates.notice(
                frames.plain(words.get("rectificationNotice") + " " + notice.number()),
                RectificationView.of(notice, papers.printsPdf(), LocalDate.now(clock), words),
                new InspectionTables(language).historyOfNotice(notice.history()),
                done,
                error);
    }

    /** A step of one problem, with what shows that it is true; files first, so that a refused one sends nothing off. */
    @POST
    @Path("problems/{no:[0-9]{1,3}}/{action}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response step(
            @RestPath String id,
            @RestPath int no,
            @RestPath String action,
            @RestForm String text,
            @RestForm String day,
            @RestForm("files") List<FileUpload> files) {
        if (!STEPS.contains(action)) throw UpstreamProblem.of(404, action);
        try {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("action", action);
            if (text != null && !text.isBlank()) body.put("text", text.strip());
            if (day != null && !day.isBlank()) body.put("day", day);
            body.put("evidence", evidence.keep(inspections.rectification(id).unitCode(), files));
            inspections.step(id, no, body);
            return Response.seeOther(URI.create("/rectifications/" + id + "?done=1#p" + no))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(inspections.rectification(id), false, refused.message()))
                    .build();
        }
    }

    /** 整改通知书, to be sent on as a paper. */
    @GET
    @Path("notice.{ending:docx|pdf}")
    public Response print(@RestPath String id, @RestPath String ending) {
        Rectification n = inspections.rectification(id);
        return papers.print(RectificationPaper.of(n, clock.instant(), visitor.name(), Words.in(Language.ZH)), ending);
    }
}
