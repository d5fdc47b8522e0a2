package org.jielian.metrics.reporting;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jielian.foundation.paging.Page;

/** Who has reported, and what is missing. */
@Path("/api/reporting")
@Blocking
public class ReportingResource {
    @Inject
    WhoHasReported whoHasReported;

    /** The units at and below a region with the months of a year. */
    @GET
    @Path("/{region}")
    public Page<ReportingView> page(@PathParam("region") String region, @BeanParam ReportingQuery query) {
        return whoHasReported.page(region, query);
    }
}
