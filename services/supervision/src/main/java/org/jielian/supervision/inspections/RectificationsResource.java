package org.jielian.supervision.inspections;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.supervision.states.StepLine;

/** Rectification notices (整改通知书) and their numbered problems. */
@Path("/api/rectifications")
@Blocking
public class RectificationsResource {
    private static final List<String> COLUMNS =
            List.of("通知书编号", "序号", "单位代码", "单位", "下达机关", "条款", "问题", "类别", "整改期限", "责任人", "状态", "看板列", "下达日");

    @Inject
    ListingRectifications listing;

    @Inject
    ReadingRectifications reading;

    @Inject
    Rectifying rectifying;

    /** All regions of a board. */
    record Board(List<ListingRectifications.Part> items) {}

    /** Problem by problem. */
    @GET
    public Page<ListingRectifications.Line> list(@BeanParam RectificationQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam RectificationQuery asked) {
        return XlsxTable.download(
                "rectifications",
                "整改",
                COLUMNS,
                listing.all(asked).stream().map(RectificationsResource::cells).toList());
    }

    private static List<Object> cells(ListingRectifications.Line l) {
        return Arrays.asList(
                l.number(),
                l.no(),
                l.unitCode(),
                l.unitName(),
                l.issuerName(),
                l.clause(),
                l.found(),
                l.term().label().zh(),
                l.deadline(),
                l.responsible(),
                l.status().label().zh(),
                l.column().label().zh(),
                l.servedOn());
    }

    @GET
    @Path("/board")
    public Board board(@QueryParam("region") String region) {
        return new Board(listing.board(Parameters.required("region", region)));
    }

    @GET
    @Path("/board/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportBoard(@QueryParam("region") String region) {
        List<String> header = new ArrayList<>(List.of("区划代码", "名称", "层级", "问题总数"));
        Arrays.stream(Column.values()).forEach(c -> header.add(c.label().zh()));
        List<List<Object>> rows = new ArrayList<>();
        for (ListingRectifications.Part part : board(region).items()) {
            List<Object> row = new ArrayList<>(Arrays.asList(part.regionCode(), part.name(), part.tier(), part.all()));
            Arrays.stream(Column.values()).forEach(c -> row.add(part.columns().get(c)));
            rows.add(row);
        }
        return XlsxTable.download("rectification-board", "整改看板", header, rows);
    }

    /** All steps there are. */
    @GET
    @Path("/steps")
    public List<StepLine> steps() {
        return StepLine.of(ProblemSteps.TABLE);
    }

    @GET
    @Path("/{id}")
    public ReadingRectifications.View look(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @POST
    @Path("/{id}/problems/{no}/steps")
    @Idempotent
    @RolesAllowed({"reporter", "administrator", "reviewer", "supervisor"})
    public Response step(@PathParam("id") UUID id, @PathParam("no") int no, Rectifying.Asked asked) {
        return Response.ok(reading.of(rectifying.step(id, no, asked).id)).build();
    }
}
