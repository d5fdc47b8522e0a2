package org.jielian.metrics.validation;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.problems.CommonProblem;

/** What the checks go by in a region, and who set it. */
@Path("/api/validation")
@Blocking
public class ParametersResource {
    @Inject
    SettingParameters setting;

    /** The parameters of a region by rule. */
    public record Answer(String region, List<Parameter> items) {}

    /** Values by name; {@code null} takes back what the region set, so that it inherits again. */
    public record Change(Map<String, BigDecimal> parameters) {}

    @GET
    @Path("/{region}/parameters")
    public Answer look(@PathParam("region") String region) {
        return new Answer(region, setting.look(region));
    }

    @PUT
    @Path("/{region}/parameters")
    @RolesAllowed({"administrator", "operator"})
    public Answer set(@PathParam("region") String region, Change change) {
        if (change == null || change.parameters() == null)
            throw CommonProblem.INVALID.because("缺少参数（parameters）", "the parameters are missing");
        return new Answer(region, setting.set(region, change.parameters()));
    }
}
