package org.jielian.metrics.closings;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.rollups.RollupAnswers;

/** Closing the months of a region, and what came after. */
@Path("/api/closings/{region}")
@Blocking
public class ClosingResource {
    private static final int LONGEST_TEXT = 1000;

    @Inject
    ClosingMonths closing;

    @Inject
    ReadingClosings reading;

    @Inject
    Differences differences;

    @Inject
    RollupAnswers rollups;

    @Inject
    Clock clock;

    /** @param note what is said with it; may be absent */
    public record Note(String note) {}

    /** @param reason why it is reopened */
    public record Reason(String reason) {}

    @GET
    @Transactional
    public YearView year(@PathParam("region") String region, @QueryParam("year") String asked) {
        Year year = year(asked);
        return reading.year(rollups.requireSees(region, year), year);
    }

    @GET
    @Path("/{period}")
    @Transactional
    public MonthOfRegionView month(
            @PathParam("region") String region,
            @PathParam("period") String period,
            @QueryParam("number") Integer number) {
        YearMonth month = month(period);
        return reading.month(rollups.requireSees(region, month), month, number);
    }

    @GET
    @Path("/{period}/differences")
    @Transactional
    public Page<Difference> differences(
            @PathParam("region") String region,
            @PathParam("period") String period,
            @QueryParam("number") Integer number,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        YearMonth month = month(period);
        var about = rollups.requireSees(region, month);
        return differences.page(reading.require(about, month, number), cursor, limit);
    }

    @POST
    @Path("/{period}")
    @Idempotent
    @RolesAllowed({"reviewer", "administrator"})
    public Response close(@PathParam("region") String region, @PathParam("period") String period, Note note) {
        YearMonth month = month(period);
        closing.close(region, month, note == null ? null : text("note", note.note()));
        return Response.status(201).entity(answer(region, month)).build();
    }

    @POST
    @Path("/{period}/reopening")
    @Idempotent
    @RolesAllowed({"reviewer", "administrator"})
    public Response reopen(@PathParam("region") String region, @PathParam("period") String period, Reason reason) {
        YearMonth month = month(period);
        closing.reopen(region, month, reason == null ? null : text("reason", reason.reason()));
        return Response.ok(answer(region, month)).build();
    }

    private MonthOfRegionView answer(String region, YearMonth month) {
        return reading.month(rollups.requireSees(region, month), month, null);
    }

    private static String text(String field, String text) {
        if (text == null || text.isBlank()) return null;
        if (text.length() > LONGEST_TEXT)
            throw CommonProblem.INVALID.because("%s 最多 %s 个字", "%s has at most %s characters", field, LONGEST_TEXT);
        return text.strip();
    }

    private Year year(String text) {
        if (text == null || text.isBlank()) return Year.now(clock);
        if (!text.matches("\\d{4}")) throw invalid(text);
        return Year.parse(text);
    }

    private static YearMonth month(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) return YearMonth.parse(text);
        } catch (DateTimeException noSuchMonth) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RuntimeException invalid(String text) {
        return CommonProblem.INVALID.because("%s 不是有效的期间", "%s is not a period", text);
    }
}
