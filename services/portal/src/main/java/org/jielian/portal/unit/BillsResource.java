package org.jielian.portal.unit;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;

/** Bills and meter photographs of a unit's month. */
@Path("unit/{code}/bills/{month}")
public class BillsResource {
    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    CurrentLanguage language;

    /** @param quantity code; empty for the month as a whole */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(
            @RestPath String code, @RestPath String month, @RestForm String quantity, @RestForm FileUpload file)
            throws IOException {
        gate.unit(code);
        if (file == null || file.size() == 0) return refused(language.words().get("chooseFile"), 400);
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            metrics.attach(code, month, quantity, file.fileName(), content);
            return back(code, month);
        } catch (UpstreamProblem problem) {
            if (problem.status() == 401 || problem.status() == 403 || problem.status() >= 500) throw problem;
            return refused(problem.message(), problem.status());
        }
    }

    @GET
    @Path("{id}")
    public Response download(@RestPath String code, @RestPath String month, @RestPath String id) {
        gate.unit(code);
        try (Response file = metrics.attachment(code, month, id)) {
            return Response.ok(file.readEntity(byte[].class), file.getMediaType())
                    .header(HttpHeaders.CONTENT_DISPOSITION, file.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                    .build();
        }
    }

    @POST
    @Path("{id}/removal")
    public Response detach(@RestPath String code, @RestPath String month, @RestPath String id) {
        gate.unit(code);
        try {
            metrics.detach(code, month, id);
            return back(code, month);
        } catch (UpstreamProblem problem) {
            if (problem.status() == 401 || problem.status() == 403 || problem.status() >= 500) throw problem;
            return refused(problem.message(), problem.status());
        }
    }

    private static Response back(String code, String month) {
        return Response.seeOther(URI.create(Addresses.unit(code) + "?month=" + month + "#month"))
                .build();
    }

    private static Response refused(String message, int status) {
        return Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                .entity(message)
                .build();
    }
}
