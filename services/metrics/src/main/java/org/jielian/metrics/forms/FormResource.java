package org.jielian.metrics.forms;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jielian.foundation.problems.CommonProblem;

/** Which form a month is reported on. */
@Path("/api/forms")
@Blocking
public class FormResource {
    @Inject
    Forms forms;

    @GET
    public List<Form> all() {
        return forms.all();
    }

    @GET
    @Path("/{period}")
    public Form of(@PathParam("period") String period) {
        try {
            return forms.of(YearMonth.parse(period));
        } catch (DateTimeException e) {
            throw CommonProblem.INVALID.because("月份应写作 2025-06：%s", "write the month as 2025-06, not %s", period);
        }
    }
}
