package org.jielian.supervision.evaluation;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;

/** How units and regions stand in a year by a standard. */
@Path("/api/results")
@Blocking
public class ResultsResource {
    private static final String SHEET = "对标结果";
    private static final List<String> UNITS = List.of(
            "单位代码", "名称", "区划代码", "类型", "指标", "数值", "计量单位", "水平", "约束值", "基准值", "引导值", "通用值", "先进值", "说明", "应报月", "已报月",
            "版本");
    private static final List<Indicator> COMPARED =
            List.of(Indicator.E_CAP, Indicator.E_AREA, Indicator.EL_AREA, Indicator.W_CAP, Indicator.CO2_AREA);

    @Inject
    ListingResults listing;

    @Inject
    ReadingResults reading;

    @Inject
    RegionResults regions;

    @Inject
    Recomputing recomputing;

    /** Former results. */
    public record History(List<ReadingResults.View> items) {}

    @GET
    @Path("/units")
    public Page<ListingResults.Line> units(@BeanParam ResultsQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/units/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportUnits(@BeanParam ResultsQuery asked) {
        List<ListingResults.Line> lines = listing.all(asked);
        String indicator = asked.indicator().name();
        return XlsxTable.download(
                "results-" + asked.region() + "-" + asked.year(),
                SHEET,
                UNITS,
                lines.stream().map(line -> cells(line, indicator)).toList());
    }

    private static List<Object> cells(ListingResults.Line l, String indicator) {
        return Arrays.asList(
                l.unitCode(),
                l.name(),
                l.regionCode(),
                l.type(),
                indicator,
                l.value(),
                l.unit(),
                l.band(),
                bound(l, Bound.CONSTRAINT),
                bound(l, Bound.BASELINE),
                bound(l, Bound.GUIDANCE),
                bound(l, Bound.GENERAL),
                bound(l, Bound.ADVANCED),
                l.missing() == null ? null : l.missing().zh(),
                l.monthsExpected(),
                l.monthsReported(),
                l.release());
    }

    private static BigDecimal bound(ListingResults.Line line, Bound bound) {
        return line.bounds() == null ? null : line.bounds().get(bound);
    }

    @GET
    @Path("/unit/{code}")
    public ReadingResults.View unit(
            @PathParam("code") String code,
            @QueryParam("standard") String standard,
            @QueryParam("year") Integer year,
            @QueryParam("release") String release) {
        String of = Parameters.required("standard", standard);
        if (release == null || release.isBlank()) return reading.of(code, of, Parameters.year(year));
        return reading.by(release, code, of, Parameters.year(year));
    }

    @GET
    @Path("/unit/{code}/history")
    public History history(
            @PathParam("code") String code, @QueryParam("standard") String standard, @QueryParam("year") Integer year) {
        return new History(reading.history(code, Parameters.required("standard", standard), Parameters.year(year)));
    }

    @GET
    @Path("/regions/{code}")
    public RegionResults.View region(
            @PathParam("code") String code, @QueryParam("standard") String standard, @QueryParam("year") Integer year) {
        return regions.of(code, Parameters.required("standard", standard), Parameters.year(year));
    }

    @GET
    @Path("/regions/{code}/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportRegions(
            @PathParam("code") String code, @QueryParam("standard") String standard, @QueryParam("year") Integer year) {
        RegionResults.View view = region(code, standard, year);
        List<String> header = new ArrayList<>(List.of("区划代码", "名称", "层级", "应报", "已报", "上报率 %", "不排名的原因"));
        for (Indicator indicator : COMPARED) {
            header.add(indicator + " " + indicator.unit());
            header.add(indicator + " 排名");
        }
        return XlsxTable.download(
                "results-" + code + "-" + year,
                SHEET,
                header,
                view.children().stream().map(ResultsResource::cells).toList());
    }

    private static List<Object> cells(RegionResults.Child c) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                c.regionCode(),
                c.name(),
                c.tier(),
                c.coverage().expected(),
                c.coverage().reported(),
                c.coverage().percent(),
                c.unranked() == null ? null : c.unranked().zh()));
        for (Indicator indicator : COMPARED) {
            cells.add(c.values().get(indicator));
            cells.add(c.ranks() == null ? null : c.ranks().get(indicator));
        }
        return cells;
    }

    /** How many results wait to be made anew. */
    @GET
    @Path("/recomputation")
    @RolesAllowed("operator")
    public Recomputing.Waiting waiting() {
        return recomputing.waiting();
    }

    @POST
    @Path("/recomputation")
    @Idempotent
    @RolesAllowed("operator")
    public Response recompute() {
        return Response.accepted(recomputing.all()).build();
    }
}
