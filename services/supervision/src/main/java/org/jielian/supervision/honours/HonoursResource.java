package org.jielian.supervision.honours;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jielian.contracts.CoefficientsState;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;

/** Energy-efficiency leaders and demonstration units, selected by rules anybody can apply again. */
@Path("/api/honours")
@Blocking
public class HonoursResource {
    private static final List<String> HEADER =
            List.of("单位代码", "名称", "区划代码", "类型", "结果", "名次", "数值", "原因", "应报月", "已报月", "用能人数（各月合计）", "建筑面积（各月合计）");

    @Inject
    Honouring honouring;

    @Inject
    ListingHonours listing;

    @Inject
    Selections selections;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    record Begin(HonourKind kind, String region, Integer year, String standardCode, Rule rule) {}

    /** Selections. */
    public record Heads(List<ListingHonours.Head> items) {}

    /** What became of a unit. */
    public record OfUnit(List<ListingHonours.OfUnit> items) {}

    /** A selection without its lines, and what the caller may do with it now. */
    public record View(
            UUID id,
            HonourKind kind,
            String region,
            int year,
            String standardCode,
            HonourState state,
            Rule rule,
            String release,
            String coefficientSet,
            Long coefficientVersion,
            LocalDate on,
            Instant computedAt,
            String computedBy,
            Instant publishedAt,
            String publishedBy,
            String reason,
            int chosen,
            int ranked,
            int excluded,
            List<HonourAction> actions,
            List<AuditTrail.Entry> trail) {}

    /** Everything a selection was made of and what came of it, for making it again elsewhere. */
    public record Export(
            UUID id,
            HonourKind kind,
            String region,
            int year,
            HonourState state,
            Rule rule,
            String release,
            CoefficientsState coefficients,
            LocalDate on,
            List<Placed> lines) {}

    @GET
    public Heads list(
            @QueryParam("region") String region, @QueryParam("kind") String kind, @QueryParam("year") Integer year) {
        return new Heads(listing.heads(Parameters.required("region", region), kind, year));
    }

    @POST
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response begin(Begin asked) {
        if (asked == null) throw CommonProblem.INVALID.because("请给出内容", "a body is missing");
        Selection selection = honouring.begin(
                asked.kind(),
                Parameters.required("region", asked.region()),
                Parameters.year(asked.year()),
                Parameters.required("standardCode", asked.standardCode()),
                asked.rule());
        return Response.status(201).entity(view(selection)).build();
    }

    @GET
    @Path("/units/{unit}")
    public OfUnit ofUnit(@PathParam("unit") String unit) {
        return new OfUnit(listing.ofUnit(unit));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public View selection(@PathParam("id") UUID id) {
        return view(selections.require(id).selection());
    }

    @GET
    @Path("/{id}/lines")
    public Page<Placed> lines(@PathParam("id") UUID id, @BeanParam HonourQuery asked) {
        return listing.page(id, asked);
    }

    @GET
    @Path("/{id}/inputs")
    @Transactional
    public Export inputs(@PathParam("id") UUID id) {
        Selection s = selections.require(id).selection();
        HonourQuery all = new HonourQuery();
        all.sort = "code";
        return new Export(
                s.id,
                s.kind,
                s.region,
                s.year,
                s.state,
                s.rule,
                s.release,
                s.coefficients,
                s.on,
                listing.all(s.id, all));
    }

    @GET
    @Path("/{id}/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@PathParam("id") UUID id, @BeanParam HonourQuery asked) {
        return XlsxTable.download(
                "honours-" + id,
                "评选",
                HEADER,
                listing.all(id, asked).stream().map(HonoursResource::cells).toList());
    }

    private static List<Object> cells(Placed p) {
        Candidate c = p.candidate();
        return Arrays.asList(
                c.unit(),
                c.name(),
                c.region(),
                c.type().name(),
                switch (p.outcome()) {
                    case CHOSEN -> "入选";
                    case RANKED -> "未入选";
                    case EXCLUDED -> "不参评";
                },
                p.rank(),
                p.value(),
                p.reasons().stream()
                        .map(r -> r.detail().isEmpty() ? r.zh() : r.zh() + "：" + r.detail())
                        .collect(Collectors.joining("；")),
                c.expected(),
                c.sums() == null ? null : c.sums().reports(),
                c.sums() == null ? null : c.sums().headcount(),
                c.sums() == null ? null : c.sums().floorArea());
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    @Transactional
    public Response step(@PathParam("id") UUID id, Honouring.Asked asked) {
        return Response.ok(view(honouring.step(id, asked))).build();
    }

    private View view(Selection s) {
        return new View(
                s.id,
                s.kind,
                s.region,
                s.year,
                s.standardCode,
                s.state,
                s.rule,
                s.release,
                s.coefficients == null ? null : s.coefficients.setCode(),
                s.coefficients == null ? null : s.coefficients.version(),
                s.on,
                s.computedAt,
                s.computedBy,
                s.publishedAt,
                s.publishedBy,
                s.reason,
                s.chosen,
                s.ranked,
                s.excluded,
                s.region.equals(person.node())
                        ? HonourSteps.TABLE.from(s.state).stream()
                                .map(r -> r.action())
                                .toList()
                        : List.of(),
                audit.of("honour/" + s.id));
    }
}
