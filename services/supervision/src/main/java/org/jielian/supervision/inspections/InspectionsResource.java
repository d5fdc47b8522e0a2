package org.jielian.supervision.inspections;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.supervision.states.StepLine;

/** Inspections (检查) of units. */
@Path("/api/inspections")
@Blocking
public class InspectionsResource {
    private static final List<String> COLUMNS =
            List.of("检查日", "类型", "计划", "单位代码", "单位", "检查机关", "检查人员", "状态", "期限", "超期", "问题数", "整改通知书");

    @Inject
    ListingInspections listing;

    @Inject
    ReadingInspections reading;

    @Inject
    ReadingRectifications rectifications;

    @Inject
    Inspecting inspecting;

    @Inject
    ServingNotices serving;

    /** The problems of a notice. */
    record Served(List<ServingNotices.Asked> problems) {}

    @GET
    public Page<ListingInspections.Line> list(@BeanParam InspectionQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam InspectionQuery asked) {
        return XlsxTable.download(
                "inspections",
                "检查",
                COLUMNS,
                listing.all(asked).stream().map(InspectionsResource::cells).toList());
    }

    private static List<Object> cells(ListingInspections.Line l) {
        return Arrays.asList(
                l.day(),
                l.kind().label().zh(),
                l.planName(),
                l.unitCode(),
                l.unitName(),
                l.inspectingName(),
                String.join("、", l.inspectors()),
                l.status().label().zh(),
                l.due(),
                l.late() ? "是" : "",
                l.problems(),
                l.noticeNumber());
    }

    /** All steps there are. */
    @GET
    @Path("/steps")
    public List<StepLine> steps() {
        return StepLine.of(InspectionSteps.TABLE);
    }

    @GET
    @Path("/{id}")
    public ReadingInspections.View look(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @PUT
    @Path("/{id}/items/{code}")
    @RolesAllowed({"administrator", "reviewer", "supervisor"})
    public ReadingInspections.View found(
            @PathParam("id") UUID id, @PathParam("code") String code, Inspecting.Looked looked) {
        return reading.of(inspecting.look(id, code, looked).id);
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @RolesAllowed({"reporter", "administrator", "reviewer", "supervisor"})
    public Response step(@PathParam("id") UUID id, Inspecting.Asked asked) {
        return Response.ok(reading.of(inspecting.step(id, asked).id)).build();
    }

    @POST
    @Path("/{id}/notice")
    @Idempotent
    @RolesAllowed({"administrator", "reviewer", "supervisor"})
    public Response serve(@PathParam("id") UUID id, Served served) {
        if (served == null) throw CommonProblem.INVALID.because("缺少内容", "the body is missing");
        UUID notice = serving.serve(id, served.problems()).id;
        return Response.status(Response.Status.CREATED)
                .entity(rectifications.of(notice))
                .build();
    }
}
