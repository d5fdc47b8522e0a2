package org.jielian.metrics.premises;

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
import org.jielian.metrics.premises.Sharing.Share;

/** Who shares the electricity, water or heat of a building (合署办公), by the unit whose report carries it. */
@Path("/api/premises")
@Blocking
public class PremisesResource {
    @Inject
    SharingPremises sharing;

    /** All arrangements of a host, the oldest first. */
    record Answer(String host, List<Sharing> items) {}

    /**
     * An arrangement.
     *
     * @param from first month; a later arrangement of the same quantity ends it
     * @param shares percent by unit code, together 100; the host alone ends the sharing
     */
    public record Arrangement(String from, Map<String, BigDecimal> shares) {}

    @GET
    @Path("/{host}")
    public Answer look(@PathParam("host") String host) {
        return new Answer(host, sharing.look(host));
    }

    @PUT
    @Path("/{host}/{quantity}")
    @RolesAllowed({"administrator", "operator"})
    public Answer arrange(
            @PathParam("host") String host, @PathParam("quantity") String quantity, Arrangement arrangement) {
        if (arrangement == null
                || arrangement.shares() == null
                || arrangement.shares().isEmpty())
            throw CommonProblem.INVALID.because("缺少分摊比例（shares）", "the shares are missing");
        List<Share> shares = arrangement.shares().entrySet().stream()
                .map(share -> new Share(share.getKey(), share.getValue()))
                .toList();
        return new Answer(host, sharing.arrange(new Sharing(host, quantity, arrangement.from(), null, shares)));
    }
}
