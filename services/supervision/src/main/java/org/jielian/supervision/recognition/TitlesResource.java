package org.jielian.supervision.recognition;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.supervision.states.StepLine;

/** Self-evaluation and recognition of conservation-oriented agencies. */
@Path("/api/titles")
@Blocking
public class TitlesResource {
    private static final String SHEET = "节约型机关认定";
    private static final List<String> LINES =
            List.of("单位代码", "名称", "区划代码", "年度", "状态", "办理方", "期限", "超期", "得分", "证书编号");
    private static final List<String> REASONS =
            List.of("单位代码", "名称", "区划代码", "状态", "得分", "合格线", "未满足的约束性指标", "未评分指标数", "缺报月数");

    @Inject
    Applying applying;

    @Inject
    ScoringItems items;

    @Inject
    Recognising recognising;

    @Inject
    Sampling sampling;

    @Inject
    ReadingTitles reading;

    @Inject
    ListingTitles listing;

    @Inject
    WhyNotYet whyNotYet;

    record Begin(String unitCode, String standardCode, Integer year) {}

    record Draw(String region, Integer percent, String seed) {}

    record Visited(LocalDate on, String found) {}

    /** All regions of the pipeline. */
    public record Pipelines(List<ListingTitles.Pipeline> items) {}

    @GET
    public Page<ListingTitles.Line> list(@BeanParam TitleQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam TitleQuery asked) {
        return XlsxTable.download(
                "titles-" + asked.region(),
                SHEET,
                LINES,
                listing.all(asked).stream()
                        .map(l -> Arrays.<Object>asList(
                                l.unitCode(),
                                l.name(),
                                l.regionCode(),
                                l.year(),
                                l.state().label().zh(),
                                l.holder(),
                                l.due(),
                                l.late() ? "是" : "",
                                l.score(),
                                l.number()))
                        .toList());
    }

    @GET
    @Path("/pipeline")
    public Pipelines pipeline(@QueryParam("region") String region) {
        return new Pipelines(listing.pipeline(Parameters.required("region", region)));
    }

    @GET
    @Path("/pipeline/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportPipeline(@QueryParam("region") String region) {
        List<String> header = new ArrayList<>(List.of("区划代码", "名称", "层级", "创建范围", "持有称号", "建成率 %"));
        Arrays.stream(State.values()).forEach(s -> header.add(s.label().zh()));
        return XlsxTable.download(
                "titles-pipeline-" + region,
                SHEET,
                header,
                pipeline(region).items().stream()
                        .map(p -> {
                            List<Object> cells = new ArrayList<>(Arrays.asList(
                                    p.regionCode(), p.name(), p.tier(), p.eligible(), p.titled(), p.share()));
                            Arrays.stream(State.values())
                                    .forEach(s -> cells.add(p.states().getOrDefault(s, 0L)));
                            return cells;
                        })
                        .toList());
    }

    @GET
    @Path("/why-not-yet")
    public Page<WhyNotYet.Line> whyNotYet(
            @QueryParam("region") String region,
            @QueryParam("standard") String standard,
            @QueryParam("year") Integer year,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return whyNotYet.page(
                Parameters.required("region", region),
                Parameters.required("standard", standard),
                Parameters.year(year),
                cursor,
                limit);
    }

    @GET
    @Path("/why-not-yet/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportWhyNotYet(
            @QueryParam("region") String region,
            @QueryParam("standard") String standard,
            @QueryParam("year") Integer year) {
        List<WhyNotYet.Line> all = whyNotYet.all(
                Parameters.required("region", region),
                Parameters.required("standard", standard),
                Parameters.year(year));
        return XlsxTable.download(
                "why-not-yet-" + region + "-" + year,
                SHEET,
                REASONS,
                all.stream()
                        .map(l -> Arrays.<Object>asList(
                                l.unitCode(),
                                l.name(),
                                l.regionCode(),
                                l.state() == null ? null : l.state().label().zh(),
                                l.score(),
                                l.passLine(),
                                String.join(", ", l.failing()),
                                l.unscored(),
                                l.monthsMissing()))
                        .toList());
    }

    /** All steps there are. */
    @GET
    @Path("/steps")
    public List<StepLine> steps() {
        return StepLine.of(Steps.TABLE);
    }

    @POST
    @Idempotent
    @RolesAllowed({"reporter", "administrator"})
    public Response begin(Begin asked) {
        if (asked == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        Title title = applying.begin(
                Parameters.required("unitCode", asked.unitCode()),
                Parameters.required("standardCode", asked.standardCode()),
                Parameters.year(asked.year()));
        return Response.status(201).entity(reading.of(title.id)).build();
    }

    @POST
    @Path("/samples")
    @Idempotent
    @RolesAllowed({"administrator", "reviewer", "supervisor"})
    public Response draw(Draw asked) {
        if (asked == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        return Response.ok(sampling.draw(Parameters.required("region", asked.region()), asked.percent(), asked.seed()))
                .build();
    }

    @GET
    @Path("/{id}")
    public ReadingTitles.View title(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @PUT
    @Path("/{id}/items/{code}")
    @RolesAllowed({"reporter", "administrator", "reviewer", "supervisor"})
    public ReadingTitles.View score(@PathParam("id") UUID id, @PathParam("code") String code, ScoringItems.Said said) {
        if (said == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        return reading.of(items.score(id, code, said).id);
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @RolesAllowed({"reporter", "administrator", "reviewer", "supervisor"})
    public Response step(@PathParam("id") UUID id, Recognising.Asked asked) {
        return Response.ok(reading.of(recognising.step(id, asked).id)).build();
    }

    @POST
    @Path("/{id}/visits")
    @Idempotent
    @RolesAllowed({"administrator", "reviewer", "supervisor"})
    public Response visited(@PathParam("id") UUID id, Visited visited) {
        if (visited == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        return Response.ok(reading.of(sampling.visited(id, visited.on(), visited.found()).id))
                .build();
    }
}
