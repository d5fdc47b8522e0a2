package org.jielian.portal.assessment;

import static org.jielian.portal.assessment.AssessmentPages.home;
import static org.jielian.portal.assessment.AssessmentPages.results;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.evidence.KeepingFiles;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;

/** One sheet in a region's portal, whether the region assesses or is assessed. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class RegionSheetPages {
    private static final String SHEET = "{tier:province|city|county}/{code}/assessments/{id:[0-9a-f-]{36}}";

    @RestClient
    AssessmentClient assessments;

    @Inject
    SheetPage page;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    KeepingFiles evidence;

    @GET
    @Path(SHEET)
    public TemplateInstance sheet(@RestPath String code, @RestPath String id) {
        return sheet(gate.region(code), id, null);
    }

    private TemplateInstance sheet(Region region, String id, UpstreamProblem refused) {
        return page.of(
                frames.region(region, Section.ASSESSMENTS), assessments.sheet(id), home(region) + "/" + id, refused);
    }

    @GET
    @Path(SHEET + "/sources/{line:[A-Z0-9_.-]+}")
    public TemplateInstance sources(@RestPath String code, @RestPath String id, @RestPath String line) {
        Region region = gate.region(code);
        Told.Sheet sheet = assessments.sheet(id);
        return page.sources(
                frames.region(region, Section.ASSESSMENTS), sheet, line, home(region) + "/" + id, results(sheet));
    }

    @GET
    @Path(SHEET + "/sources/{line:[A-Z0-9_.-]+}.xlsx")
    public Response downloadSources(@RestPath String code, @RestPath String id, @RestPath String line) {
        gate.region(code);
        Told.Sheet sheet = assessments.sheet(id);
        return page.downloadSources(sheet, line, results(sheet));
    }

    @GET
    @Path(SHEET + ".xlsx")
    public Response downloadSheet(@RestPath String code, @RestPath String id) {
        gate.region(code);
        return page.download(assessments.sheet(id));
    }

    @POST
    @Path(SHEET + "/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        return doing(gate.region(code), id, () -> page.step(id, form));
    }

    /** What a person found that no report can tell, with what shows it. */
    public static class Falsification {
        @RestForm
        String reason;

        @RestForm("files")
        List<FileUpload> files;
    }

    @POST
    @Path(SHEET + "/falsifications")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response falsified(@RestPath String code, @RestPath String id, @BeanParam Falsification found) {
        Region region = gate.region(code);
        Told.Sheet sheet = assessments.sheet(id);
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("node", sheet.assessed());
        finding.put("year", sheet.year());
        finding.put("reason", found.reason);
        return doing(region, id, () -> {
            finding.put("evidence", evidence.keep(sheet.assessed(), found.files));
            assessments.falsified(finding);
            recompute(id);
        });
    }

    @POST
    @Path(SHEET + "/falsifications/{finding:[0-9a-f-]{36}}/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdrawn(
            @RestPath String code, @RestPath String id, @RestPath String finding, @RestForm String reason) {
        Map<String, Object> why = new LinkedHashMap<>();
        why.put("reason", reason);
        return doing(gate.region(code), id, () -> {
            assessments.withdraw(finding, why);
            recompute(id);
        });
    }

    /** A sheet that was sent already keeps what it says until it is returned. */
    private void recompute(String id) {
        if (assessments.sheet(id).may("RECOMPUTE")) assessments.step(id, Map.of("action", "RECOMPUTE"));
    }

    private Response doing(Region region, String id, Runnable what) {
        try {
            what.run();
            return Response.seeOther(URI.create(home(region) + "/" + id)).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422).entity(sheet(region, id, refused)).build();
        }
    }
}
