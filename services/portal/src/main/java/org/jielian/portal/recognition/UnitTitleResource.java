package org.jielian.portal.recognition;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.evidence.KeepingFiles;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Table;

/** A unit's own way to the title: its applications, what it lacks, and the sheet it fills in. */
@Path("unit/{code}")
@Produces(MediaType.TEXT_HTML)
public class UnitTitleResource {
    @RestClient
    TitlesClient titles;

    @Inject
    CertificatePaper certificates;

    @Inject
    NoticePapers notices;

    @Inject
    Gate gate;

    @Inject
    KeepingFiles evidence;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    TitlePage page;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "recognition")
    static class Templates {
        static native TemplateInstance mine(
                Page page,
                Unit unit,
                Table applications,
                Table lacking,
                List<TitlesClient.StandardLine> standards,
                int year,
                boolean eligible,
                boolean mayBegin,
                String refused);
    }

    private String home(String code) {
        return Addresses.unit(code) + "/titles";
    }

    @GET
    @Path("titles")
    public TemplateInstance look(@RestPath String code) {
        return list(gate.unit(code), null);
    }

    private TemplateInstance list(Unit unit, UpstreamProblem refused) {
        String code = unit.code();
        TitleTables tables = new TitleTables(language.words());
        int year = LocalDate.now(clock).getYear() - 1;
        List<TitlesClient.StandardLine> standards = titles.standards(code).items();
        boolean eligible = unit.type() == InstitutionType.AGENCY;
        List<Seen.Lacking> lacking = standards.isEmpty() || !eligible
                ? List.of()
                : titles.whyNotYet(code, standards.get(0).standardCode(), year, null, 1)
                        .items();
        return Templates.mine(
                frames.unit(unit),
                unit,
                tables.applications(
                        titles.list(code, null, null, null, "changed", "desc", null, 50)
                                .items(),
                        l -> home(code)),
                tables.lacking(lacking, null, null, l -> home(code)),
                standards,
                year,
                eligible,
                visitor.isAt(code),
                refused == null ? null : refused.message());
    }

    @POST
    @Path("titles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        Map<String, Object> beginning = new LinkedHashMap<>();
        beginning.put("unitCode", code);
        beginning.put("standardCode", form.getFirst("standard"));
        try {
            beginning.put("year", Integer.valueOf(String.valueOf(form.getFirst("year"))));
            return to(home(code) + "/" + titles.begin(beginning).id());
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("notANumber", form.getFirst("year")));
        } catch (UpstreamProblem refused) {
            return Response.status(422).entity(list(unit, refused)).build();
        }
    }

    /** The papers of a title; paths that begin with {@code unit} find no other class than this one. */
    @GET
    @Path("titles/{id:[0-9a-f-]{36}}/{paper:certificate|public-notice}.{ending:docx|pdf}")
    @Produces({Papers.DOCX, Papers.PDF})
    public Response print(@RestPath String id, @RestPath String paper, @RestPath String ending) {
        return paper.equals("certificate") ? certificates.print(id, ending) : notices.ofTitle(id, ending);
    }

    @GET
    @Path("titles/{id}")
    public TemplateInstance title(@RestPath String code, @RestPath String id) {
        return sheet(gate.unit(code), id, null);
    }

    private TemplateInstance sheet(Unit unit, String id, UpstreamProblem refused) {
        return page.of(frames.unit(unit), titles.title(id), home(unit.code()) + "/" + id, refused);
    }

    /** What a unit fills in for an item. */
    public static class Filled {
        @RestForm
        String value;

        @RestForm
        String of;

        @RestForm
        String notApplicable;

        @RestForm
        String reason;

        /** Ids of what is shown already. */
        @RestForm
        List<String> evidence;

        @RestForm("files")
        List<FileUpload> files;

        MultivaluedMap<String, String> form() {
            MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
            form.putSingle("value", value);
            form.putSingle("of", of);
            form.putSingle("notApplicable", notApplicable);
            form.putSingle("reason", reason);
            return form;
        }
    }

    @POST
    @Path("titles/{id}/items/{item}")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response score(@RestPath String code, @RestPath String id, @RestPath String item, @BeanParam Filled filled) {
        Unit unit = gate.unit(code);
        try {
            List<String> shown = new ArrayList<>(filled.evidence == null ? List.of() : filled.evidence);
            shown.addAll(evidence.keep(code, filled.files));
            page.score(id, item, filled.form(), shown);
            return to(home(code) + "/" + id + "#item-" + item);
        } catch (UpstreamProblem refused) {
            return Response.status(422).entity(sheet(unit, id, refused)).build();
        }
    }

    @POST
    @Path("titles/{id}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        try {
            page.step(id, form);
            return to(home(code) + "/" + id);
        } catch (UpstreamProblem refused) {
            return Response.status(422).entity(sheet(unit, id, refused)).build();
        }
    }

    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
