package org.jielian.portal.tasks;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.BusinessTime;
import org.jielian.contracts.TaskState;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Paper;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The papers of a task: 督办通知, and 通报 once it has climbed that far. */
@Path("tasks/{id:[0-9a-f-]+}")
public class TaskPapers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Words WORDS = Words.in(Language.ZH);

    @RestClient
    TasksClient tasks;

    @Inject
    Visitor visitor;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    /** 督办通知, to be sent on. */
    @GET
    @Path("notice.{ending:docx|pdf}")
    public Response notice(@RestPath String id, @RestPath String ending) {
        Task t = tasks.look(id);
        Paper paper = about(t, Paper.of("task-notice", "督办通知-" + target(t)))
                .text("issuer", named(t.issuerName(), t.task().issuer()))
                .text("standing", standing(t))
                .make();
        return papers.print(paper, ending);
    }

    /** 通报, by the record the task leaves when it is publicly criticised, whatever becomes of it afterwards. */
    @GET
    @Path("criticism.{ending:docx|pdf}")
    public Response criticism(@RestPath String id, @RestPath String ending) {
        Task t = tasks.look(id);
        Task.Rung criticised = t.criticism();
        if (criticised == null) throw UpstreamProblem.of(404, id);
        LocalDate on = day(criticised.at());
        Paper paper = about(t, Paper.of("criticism", WORDS.get("criticismPaper") + "-" + target(t)))
                .text("by", named(criticised.byRegionName(), criticised.byRegion()))
                .text("due", criticised.due().format(DAY))
                .text("day", on.format(DAY))
                .text("overdue", String.valueOf(ChronoUnit.DAYS.between(criticised.due(), on)))
                .table("course", course(t, criticised.at()))
                .make();
        return papers.print(paper, ending);
    }

    private Paper.Maker about(Task t, Paper.Maker paper) {
        TaskState s = t.task();
        return paper.text("target", target(t))
                .text("title", t.title().zh())
                .text("detail", t.detail().zh())
                .text("kind", WORDS.get("taskKind" + s.kind()))
                .text("due", s.due().format(DAY))
                .text("opened", day(s.openedAt()).format(DAY))
                .text("basis", basis(t));
    }

    /** How it came to that, up to the moment of the criticism. */
    private static Table course(Task t, Instant until) {
        Table.Maker table = Table.called("course", WORDS.get("taskHistory"))
                .text("at", WORDS.get("criticismWhen"))
                .text("step", WORDS.get("criticismStep"))
                .text("rung", WORDS.get("taskRung"));
        t.history().stream()
                .filter(step -> !step.at().isAfter(until.plusSeconds(1)))
                .forEach(step -> table.row(List.of(
                        Cell.text(WORDS.time(step.at())),
                        Cell.text(WORDS.get("step" + step.action())),
                        Cell.text(WORDS.get("taskRung" + step.rung())))));
        return table.make();
    }

    private String basis(Task t) {
        String printed =
                WORDS.get("taskBasis", t.task().id(), t.task().version(), WORDS.time(clock.instant()), visitor.name());
        String judged = t.basis().stream()
                .map(b -> WORDS.get("judgedBy", b.release(), WORDS.get("set" + b.coefficientSet())))
                .collect(Collectors.joining("；"));
        return judged.isEmpty() ? printed : judged + "；" + printed;
    }

    private static String standing(Task t) {
        String now = WORDS.get("taskStatus" + t.task().status()) + "；"
                + WORDS.get("taskRung" + t.task().rung());
        if (t.causes().size() < 2) return now;
        return now + "。涉及：" + t.causes().stream().map(Task.Cause::titleZh).collect(Collectors.joining("；"));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BusinessTime.ZONE);
    }

    private static String target(Task t) {
        return named(t.targetName(), t.task().target());
    }

    private static String named(String name, String code) {
        return name == null ? code : name;
    }
}
