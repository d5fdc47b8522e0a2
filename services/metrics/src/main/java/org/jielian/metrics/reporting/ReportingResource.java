package org.jielian.metrics.reporting;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jielian.foundation.paging.Page;

/** Who has reported, and what is missing. */
@Path("/api/reporting")
@Blocking
public class ReportingResource {
    @Inject
    WhoHasReported whoHasReported;

    @Inject
    ListingOutstanding outstanding;

    /** The units at and below a region with the months of a year. */
    @GET
    @Path("/{region}")
    public Page<ReportingView> page(@PathParam("region") String region, @BeanParam ReportingQuery query) {
        return whoHasReported.page(region, query);
    }

    /** The units at and below a region whose report of a month is missing or was sent back, with whom to call. */
    @GET
    @Path("/{region}/outstanding")
    public Page<OutstandingView> outstanding(@PathParam("region") String region, @BeanParam ReportingQuery query) {
        return outstanding.page(region, query);
    }

    /** The regions right below a region, with how much is outstanding in each. */
    @GET
    @Path("/{region}/outstanding/regions")
    public List<OutstandingView.InRegion> outstandingBelow(
            @PathParam("region") String region, @BeanParam ReportingQuery query) {
        return outstanding.below(region, query.period());
    }
}
