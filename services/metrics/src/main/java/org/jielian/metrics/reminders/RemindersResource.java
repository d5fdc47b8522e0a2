package org.jielian.metrics.reminders;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.List;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.reporting.Outstanding;

/** Reminding those whose reports are outstanding. */
@Path("/api/reminders")
@Blocking
public class RemindersResource {
    @Inject
    Reminding reminding;

    /**
     * Whom to remind of a month.
     *
     * @param units codes of units the region administers
     * @param regions codes of regions right below it, each of which is reminded of how many of theirs are outstanding
     * @param state instead of codes: everyone of both kinds who is outstanding in this way
     */
    public record Reminder(YearMonth period, List<String> units, List<String> regions, Outstanding.State state) {
        public Reminder {
            units = units == null ? List.of() : List.copyOf(units);
            regions = regions == null ? List.of() : List.copyOf(regions);
        }
    }

    @POST
    @Path("/{region}")
    @Idempotent
    @RolesAllowed({"administrator", "reviewer", "supervisor", "operator"})
    public Response remind(@PathParam("region") String region, Reminder reminder) {
        if (reminder == null || reminder.period() == null) {
            throw CommonProblem.INVALID.because("请写明月份（period）", "say which month (period)");
        }
        boolean named = !reminder.units().isEmpty() || !reminder.regions().isEmpty();
        if (named == (reminder.state() != null)) {
            throw CommonProblem.INVALID.because(
                    "请写明催报哪些单位或地区（units、regions），或者催报哪种状态的全部（state），二者取其一",
                    "name either units and regions, or a state whose all are to be reminded (state)");
        }
        return Response.ok(reminding.remind(region, reminder)).build();
    }
}
