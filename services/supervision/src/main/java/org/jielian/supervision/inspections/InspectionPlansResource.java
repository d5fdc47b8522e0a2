package org.jielian.supervision.inspections;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;

/** Plans of inspections (检查计划). */
@Path("/api/inspection-plans")
@Blocking
public class InspectionPlansResource {
    private static final List<String> COLUMNS = List.of(
            "名称", "类型", "区划代码", "区划", "标准", "年度", "开始", "结束", "检查机关", "单位数", "已办结", "问题数", "随机种子", "制定时间", "制定人");

    @Inject
    PlanningInspections planning;

    @Inject
    Plans plans;

    /** All plans of a region and of those below it. */
    record Listed(List<InspectionPlan> items) {}

    @GET
    public Listed list(@QueryParam("region") String region) {
        if (Said.isBlank(region))
            throw CommonProblem.INVALID.because("请给出参数 region", "the parameter region is missing");
        return new Listed(plans.of(region));
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@QueryParam("region") String region) {
        return XlsxTable.download(
                "inspection-plans",
                "检查计划",
                COLUMNS,
                list(region).items().stream()
                        .map(InspectionPlansResource::cells)
                        .toList());
    }

    private static List<Object> cells(InspectionPlan p) {
        return Arrays.asList(
                p.name(),
                p.kind().label().zh(),
                p.region(),
                p.regionName(),
                p.standardCode(),
                p.year(),
                p.from(),
                p.to(),
                p.inspectingName(),
                p.inspections().units(),
                p.inspections().finished(),
                p.inspections().problems(),
                p.draw() == null ? null : p.draw().seed(),
                p.createdAt(),
                p.createdBy());
    }

    @GET
    @Path("/{id}")
    public InspectionPlan look(@PathParam("id") UUID id) {
        return plans.look(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({"administrator", "reviewer", "supervisor"})
    public Response plan(PlanningInspections.Asked asked) {
        UUID id = planning.plan(asked);
        return Response.status(Response.Status.CREATED).entity(plans.look(id)).build();
    }

    /** Draws again from what was kept. */
    @GET
    @Path("/{id}/draw")
    public PlanningInspections.Repeated repeat(@PathParam("id") UUID id) {
        return planning.repeat(id);
    }
}
