package org.jielian.supervision.trial;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;

/** What a draft would do before anybody is affected. */
@Path("/api/standards/drafts/{id}/trial")
@Blocking
public class TrialResource {
    private static final List<String> HEADER =
            List.of("单位代码", "名称", "区划代码", "指标", "数值", "计量单位", "现水平", "试算水平", "限值", "现限值", "试算限值", "影响");

    @Inject
    Trials trials;

    @POST
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response run(@PathParam("id") UUID id, @QueryParam("year") Integer year) {
        return Response.ok(trials.run(id, year(year))).build();
    }

    @GET
    public Trials.View look(@PathParam("id") UUID id, @QueryParam("year") Integer year) {
        return trials.of(id, year(year));
    }

    /** Units whose band changes; {@code region} is one at or above them. */
    @GET
    @Path("/changes")
    public Page<Change> changes(
            @PathParam("id") UUID id,
            @QueryParam("year") Integer year,
            @QueryParam("region") String region,
            @QueryParam("indicator") String indicator,
            @QueryParam("effect") String effect,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return trials.changes(
                id, year(year), given(region), given(indicator), given(effect), cursor, Page.limit(limit));
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@PathParam("id") UUID id, @QueryParam("year") Integer year) {
        List<Change> all = trials.changes(id, year(year), null, null, null, null, Integer.MAX_VALUE - 1)
                .items();
        StreamingOutput table = out -> XlsxTable.write(
                out, "试算", HEADER, all.stream().map(TrialResource::cells).iterator());
        return Response.ok(table)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trial-" + id + "-" + year + ".xlsx\"")
                .build();
    }

    private static List<Object> cells(Change c) {
        return Arrays.asList(
                c.unitCode(),
                c.name(),
                c.regionCode(),
                c.indicator(),
                c.value(),
                c.unit(),
                c.from(),
                c.to(),
                c.bound(),
                c.boundBefore(),
                c.boundAfter(),
                c.effect());
    }

    private static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    static int year(Integer year) {
        if (year == null || year < 2000 || year > 2100) {
            throw CommonProblem.INVALID.because("请用 year 指明年份", "name the year as year");
        }
        return year;
    }
}
