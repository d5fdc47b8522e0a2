package org.jielian.supervision.assessment;

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
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.supervision.states.StepLine;

/** The annual assessment of lower tiers' authorities and direct units. */
@Path("/api/assessments")
@Blocking
public class AssessmentsResource {
    private static final String NAME = "年度考核";
    private static final List<String> LINES = List.of("代码", "名称", "类别", "年度", "状态", "得分", "等次", "一票否决", "考核方");
    private static final List<String> SHEET = List.of("项目代码", "项目", "分值", "分子", "分母", "完成 %", "目标 %", "得分", "扣分", "说明");

    @Inject
    Assessing assessing;

    @Inject
    ListingSheets listing;

    @Inject
    ReadingSheets reading;

    @Inject
    Findings findings;

    record Compute(String assessor, String standardCode, Integer year) {}

    record Falsification(String node, Integer year, String reason, List<UUID> evidence) {}

    record Reason(String reason) {}

    /** Falsifications that were found. */
    public record Found(List<Findings.Finding> items) {}

    @GET
    public Page<ListingSheets.Line> list(@BeanParam SheetQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam SheetQuery asked) {
        return XlsxTable.download(
                "assessments-" + asked.region(),
                NAME,
                LINES,
                listing.all(asked).stream()
                        .map(l -> Arrays.<Object>asList(
                                l.assessed(),
                                l.name(),
                                l.kind().equals("UNIT") ? "单位" : "地区",
                                l.year(),
                                l.state().label().zh(),
                                l.score(),
                                l.grade() == null ? null : l.grade().label().zh(),
                                l.vetoed() ? "是" : "",
                                l.assessor()))
                        .toList());
    }

    /** All steps there are. */
    @GET
    @Path("/steps")
    public List<StepLine> steps() {
        return StepLine.of(AssessmentSteps.TABLE);
    }

    @POST
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response compute(Compute asked) {
        if (asked == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        return Response.ok(assessing.compute(
                        Parameters.required("assessor", asked.assessor()),
                        Parameters.required("standardCode", asked.standardCode()),
                        Parameters.year(asked.year())))
                .build();
    }

    @GET
    @Path("/{id}")
    public ReadingSheets.View sheet(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @GET
    @Path("/{id}/sources/{code}")
    public ReadingSheets.Sources sources(@PathParam("id") UUID id, @PathParam("code") String code) {
        return reading.sources(id, code);
    }

    /** Everything it was computed from and what it came to. */
    @GET
    @Path("/{id}/inputs")
    public ReadingSheets.Export inputs(@PathParam("id") UUID id) {
        return reading.export(id);
    }

    @GET
    @Path("/{id}/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response exportSheet(@PathParam("id") UUID id) {
        ReadingSheets.View view = reading.of(id);
        Outcome o = view.outcome();
        List<List<Object>> rows = new ArrayList<>();
        o.lines()
                .forEach(l -> rows.add(Arrays.asList(
                        l.code(),
                        l.zh(),
                        l.weight(),
                        l.numerator(),
                        l.denominator(),
                        l.percent(),
                        l.goal(),
                        l.points(),
                        null,
                        l.missing() == null ? null : l.missing().zh())));
        o.deductions()
                .forEach(d -> rows.add(Arrays.asList(
                        d.item().name(),
                        d.item().label().zh(),
                        null,
                        d.count(),
                        null,
                        null,
                        null,
                        null,
                        d.points(),
                        d.missing() == null ? null : d.missing().zh())));
        o.vetoes().forEach(v -> rows.add(total(v.veto().name(), v.veto().label().zh(), null, v.zh())));
        rows.add(total(
                "SCORE",
                "总分",
                o.score(),
                o.grade() == null ? null : o.grade().label().zh()));
        return XlsxTable.download("assessment-" + view.assessed() + "-" + view.year(), NAME, SHEET, rows);
    }

    private static List<Object> total(String code, String name, Object points, String text) {
        return Arrays.asList(code, name, null, null, null, null, null, points, null, text);
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "reporter"})
    public Response step(@PathParam("id") UUID id, Assessing.Asked asked) {
        return Response.ok(reading.of(assessing.step(id, asked).id)).build();
    }

    @GET
    @Path("/falsifications")
    public Found falsifications(@QueryParam("node") String node, @QueryParam("year") Integer year) {
        return new Found(findings.of(Parameters.required("node", node), Parameters.year(year)));
    }

    @POST
    @Path("/falsifications")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response falsified(Falsification asked) {
        if (asked == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        return Response.status(201)
                .entity(findings.enter(
                        Parameters.required("node", asked.node()),
                        Parameters.year(asked.year()),
                        asked.reason(),
                        asked.evidence()))
                .build();
    }

    @POST
    @Path("/falsifications/{id}/withdrawal")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response withdraw(@PathParam("id") UUID id, Reason asked) {
        return Response.ok(findings.withdraw(id, asked == null ? null : asked.reason()))
                .build();
    }
}
