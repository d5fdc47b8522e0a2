package org.jielian.supervision.programme;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jielian.foundation.problems.Parameters;
import org.jielian.foundation.tabular.XlsxTable;

/** The programme's target: what share of agencies is to be recognised, allotted region by region, and how far that has come. */
@Path("/api/programme")
@Blocking
public class ProgrammeResource {
    private static final List<String> HEADER =
            List.of("代码", "名称", "层级", "创建范围", "已建成", "建成率 %", "目标 %", "约束性", "目标家数", "尚缺", "年初", "序时应有", "落后序时");

    @Inject
    Programme programme;

    @Inject
    Allotting allotting;

    /** All changes of a region's allotments in a year. */
    public record History(List<Allotment> items) {}

    @GET
    @Path("/{region}/{year}")
    public Progress.View progress(@PathParam("region") String region, @PathParam("year") int year) {
        return programme.of(region, Parameters.year(year));
    }

    @PUT
    @Path("/{region}/{year}")
    @RolesAllowed({"administrator", "supervisor"})
    public Progress.View allot(@PathParam("region") String region, @PathParam("year") int year, Allotting.Asked asked) {
        allotting.allot(region, Parameters.year(year), asked);
        return programme.of(region, year);
    }

    @GET
    @Path("/{region}/{year}/history")
    public History history(@PathParam("region") String region, @PathParam("year") int year) {
        return new History(programme.history(region, Parameters.year(year)));
    }

    @GET
    @Path("/{region}/{year}/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@PathParam("region") String region, @PathParam("year") int year) {
        Progress.View view = programme.of(region, Parameters.year(year));
        List<List<Object>> rows = Stream.concat(Stream.of(view.whole()), view.parts().stream())
                .map(p -> Arrays.<Object>asList(
                        p.node(),
                        p.name(),
                        p.tier(),
                        p.eligible(),
                        p.titled(),
                        p.share(),
                        p.target(),
                        p.binding() ? "是" : "",
                        p.wanted(),
                        p.lacking(),
                        p.atYearBegin(),
                        p.expected(),
                        p.behind()))
                .toList();
        return XlsxTable.download("programme-" + view.whole().node() + "-" + year, "建成目标进度", HEADER, rows);
    }
}
