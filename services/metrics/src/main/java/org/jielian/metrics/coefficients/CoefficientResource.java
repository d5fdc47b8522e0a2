package org.jielian.metrics.coefficients;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The coefficient sets figures are computed with. */
@Path("/api/coefficients")
@Blocking
public class CoefficientResource {
    @Inject
    Coefficients coefficients;

    @GET
    public List<CoefficientSet> all() {
        return coefficients.all();
    }
}
