package org.jielian.portal.recognition;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Items;
import org.jielian.portal.clients.ProblemReader;

/** What anybody may know: asked in nobody's name. */
@Path("/public")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(ProblemReader.class)
public interface PublicClient {
    /** An agency proposed for the title; {@code until} is {@code null} while an objection is looked into. */
    record Proposed(
            String unit,
            String region,
            String province,
            int year,
            LocalDate from,
            LocalDate until,
            String release,
            String coefficientSet) {}

    /** A certificate and whether it holds. */
    record Certificate(
            String number,
            String unit,
            String region,
            LocalDate recognisedOn,
            boolean holds,
            boolean suspended,
            String state) {}

    @GET
    @Path("/notices")
    Items<Proposed> notices(@RestQuery String region);

    @GET
    @Path("/certificates/{number}")
    Certificate certificate(@RestPath String number, @RestQuery String code);
}
