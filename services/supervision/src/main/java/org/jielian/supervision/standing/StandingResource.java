package org.jielian.supervision.standing;

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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;

/** Where a release stands below a region, and what holds for one unit. */
@Path("/api/standing")
@Blocking
public class StandingResource {
    private static final List<String> HEADER =
            List.of("区划代码", "名称", "层级", "状态", "答复期限", "送达", "阅读", "阅读人", "答复", "答复人", "生效", "本级版本", "冲突");

    @Inject
    Matrix matrix;

    @Inject
    UnitsStanding units;

    @Inject
    MyStandard myStandard;

    @Inject
    Reminding reminding;

    /** Codes of the regions that were reminded now. */
    public record Reminded(List<String> regions) {}

    /** All standards that hold for a unit or region today. */
    public record Standards(List<MyStandard.Line> items) {}

    @GET
    @Path("/{region}")
    public Matrix.Standing standing(@PathParam("region") String region, @BeanParam StandingQuery asked) {
        return matrix.of(region, asked);
    }

    @GET
    @Path("/{region}/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@PathParam("region") String region, @BeanParam StandingQuery asked) {
        return XlsxTable.download(
                asked.origin().replace('/', '-') + "-" + region,
                "贯标情况",
                HEADER,
                matrix.all(region, asked).stream().map(StandingResource::cells).toList());
    }

    private static List<Object> cells(Matrix.Row r) {
        return Arrays.asList(
                r.regionCode(),
                r.name(),
                r.tier(),
                r.state(),
                r.due(),
                r.deliveredAt(),
                r.readAt(),
                r.readBy(),
                r.answeredAt(),
                r.answeredBy(),
                r.appliedAt(),
                r.own(),
                r.conflicts());
    }

    /** The direct units of a region and whether they took note of its release. */
    @GET
    @Path("/{region}/units")
    public Page<UnitsStanding.Row> units(
            @PathParam("region") String region,
            @QueryParam("release") String release,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (release == null) throw CommonProblem.INVALID.because("请用 release 指明版本", "name the release");
        return units.of(region, release, cursor, limit);
    }

    @POST
    @Path("/{region}/reminders")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response remind(@PathParam("region") String region, @BeanParam StandingQuery asked) {
        return Response.ok(new Reminded(reminding.remind(region, asked))).build();
    }

    @GET
    @Path("/standards/{node}")
    public Standards standards(@PathParam("node") String node) {
        return new Standards(myStandard.all(node));
    }

    @GET
    @Path("/standards/{node}/{standard}")
    public MyStandard.Standard standard(
            @PathParam("node") String node, @PathParam("standard") String standard, @QueryParam("on") String on) {
        return myStandard.of(node, standard, day(on));
    }

    @POST
    @Path("/standards/{node}/{standard}/acknowledgement")
    @Idempotent
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response acknowledge(@PathParam("node") String node, @PathParam("standard") String standard) {
        return Response.ok(myStandard.acknowledge(node, standard)).build();
    }

    private static LocalDate day(String on) {
        try {
            return on == null || on.isBlank() ? null : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw CommonProblem.INVALID.because(
                    "参数 on 应为日期，如 2026-01-01", "the parameter on is a day such as 2026-01-01");
        }
    }
}
