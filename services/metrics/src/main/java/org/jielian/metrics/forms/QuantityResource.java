package org.jielian.metrics.forms;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The catalogue of quantities: what forms ask for and files carry. */
@Path("/api/quantities")
@Blocking
public class QuantityResource {
    @Inject
    Quantities quantities;

    @GET
    public List<Quantity> all() {
        return quantities.all();
    }
}
