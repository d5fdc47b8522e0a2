package org.jielian.supervision.tasks;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.supervision.states.StepLine;

/** Supervision tasks (督办). */
@Path("/api/tasks")
@Blocking
public class TasksResource {
    private static final List<String> COLUMNS = List.of(
            "督办编号", "类型", "期间", "事由", "被督办方代码", "被督办方", "发起方", "当前负责方", "负责方名称", "状态", "升级", "答复期限", "发起时间", "发起人",
            "原因消除时间", "办结时间");

    @Inject
    ListingTasks listing;

    @Inject
    ReadingTasks reading;

    @Inject
    ActingOnTasks acting;

    /** A new task; without a day there are the usual working days. */
    public record Opening(String target, String title, String detail, LocalDate due) {}

    /** An answer, with ids of evidence. */
    public record Answer(String text, List<UUID> evidence) {}

    /** A request for more time. */
    public record Extension(LocalDate until, String reason) {}

    /** What became of the request. */
    public record Decision(boolean granted, String reason) {}

    /** A word of the region in charge; {@code due} only counts for a return. */
    public record Word(String reason, LocalDate due) {}

    @GET
    public Page<TaskView.Line> list(@BeanParam TaskQuery asked) {
        return listing.page(asked);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam TaskQuery asked) {
        return XlsxTable.download(
                "tasks",
                "督办",
                COLUMNS,
                listing.all(asked).stream().map(TasksResource::cells).toList());
    }

    private static List<Object> cells(TaskView.Line l) {
        return Arrays.asList(
                l.id(),
                l.kind().label().zh(),
                l.period(),
                l.title().zh(),
                l.target(),
                l.targetName(),
                l.issuer(),
                l.holder(),
                l.holderName(),
                l.status().label().zh(),
                RungWords.of(l.rung()).zh(),
                l.due(),
                l.openedAt(),
                l.openedBy(),
                l.causeGoneAt(),
                l.closedAt());
    }

    /** All steps there are. */
    @GET
    @Path("/steps")
    public List<StepLine> steps() {
        return StepLine.of(TaskSteps.TABLE);
    }

    @GET
    @Path("/{id}")
    public TaskView look(@PathParam("id") UUID id) {
        return reading.of(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response open(Opening opening) {
        Opening o = stated(opening);
        if (o.target() == null) throw CommonProblem.INVALID.because("请给出 target", "target is missing");
        UUID id = acting.open(o.target(), o.title(), o.detail(), o.due()).id;
        return Response.status(Response.Status.CREATED).entity(reading.of(id)).build();
    }

    @POST
    @Path("/{id}/answer")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "reporter"})
    public Response answer(@PathParam("id") UUID id, Answer answer) {
        Answer a = stated(answer);
        return view(acting.answer(id, a.text(), a.evidence() == null ? List.of() : a.evidence()));
    }

    @POST
    @Path("/{id}/extension-request")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "reporter"})
    public Response askExtension(@PathParam("id") UUID id, Extension extension) {
        Extension e = stated(extension);
        return view(acting.askExtension(id, e.until(), e.reason()));
    }

    @POST
    @Path("/{id}/extension")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response decideExtension(@PathParam("id") UUID id, Decision decision) {
        Decision d = stated(decision);
        return view(acting.decideExtension(id, d.granted(), d.reason()));
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response verify(@PathParam("id") UUID id, Word word) {
        return view(acting.verify(id, word == null ? null : word.reason()));
    }

    @POST
    @Path("/{id}/return")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response sendBack(@PathParam("id") UUID id, Word word) {
        Word w = stated(word);
        return view(acting.sendBack(id, w.reason(), w.due()));
    }

    @POST
    @Path("/{id}/closing")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response close(@PathParam("id") UUID id) {
        return view(acting.close(id));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor"})
    public Response withdraw(@PathParam("id") UUID id, Word word) {
        return view(acting.withdraw(id, stated(word).reason()));
    }

    private Response view(SupervisionTask task) {
        return Response.ok(reading.of(task.id)).build();
    }

    private static <T> T stated(T body) {
        if (body == null) throw CommonProblem.INVALID.because("缺少内容", "the body is missing");
        return body;
    }
}
