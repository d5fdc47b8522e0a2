package org.jielian.portal.tasks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.contracts.TaskState;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.evidence.KeepingFiles;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Table;

/** One task: what it is for, what may be done about it now, and what was done. */
@Path("tasks/{id:[0-9a-f-]+}")
public class TaskPages {
    private static final String ANSWER = "answer";
    private static final List<String> STEPS =
            List.of("extension-request", "extension", "verification", "return", "closing", "withdrawal");

    @RestClient
    TasksClient tasks;

    @Inject
    KeepingFiles evidence;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    TaskPlaces places;

    @Inject
    Papers papers;

    /** What the page says, in the reader's language. */
    public record View(
            Task task,
            String title,
            String detail,
            String kind,
            String status,
            String rung,
            String target,
            String issuer,
            String holder,
            String causeGone,
            String records,
            String place,
            boolean pdf) {
        /** Whether the reader may take a step now. */
        public boolean may(String action) {
            return task.may().contains(action);
        }

        /** Whether it will climb as it stands. */
        public boolean climbs() {
            return task.climbsOn() != null
                    && task.task().closedAt() == null
                    && task.task().causeGoneAt() == null;
        }
    }

    @CheckedTemplate(basePath = "tasks")
    static class Templates {
        static native TemplateInstance task(
                Page page, View view, Table causes, Table history, String done, String error);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(@RestPath String id, @RestQuery String done) {
        return show(tasks.look(id), done != null && (done.equals(ANSWER) || STEPS.contains(done)) ? done : null, null);
    }

    private TemplateInstance show(Task task, String done, String error) {
        TaskTables tables = new TaskTables(language);
        Words words = language.words();
        return Templates.task(
                frame(words),
                view(task, words),
                task.causes().isEmpty() ? null : tables.causes(task.task().kind(), task.causes()),
                tables.history(task.history()),
                done == null ? null : words.get("taskDone"),
                error);
    }

    /** The frame of the reader's own portal, from which the way leads back to the list. */
    private Page frame(Words words) {
        String node = visitor.node();
        if (node == null) return frames.plain(words.get("menuTasks"));
        return Gate.isUnit(node) ? frames.unit(gate.unit(node)) : frames.region(gate.region(node), Section.TASKS);
    }

    private View view(Task t, Words words) {
        TaskState s = t.task();
        return new View(
                t,
                t.title().in(language.get()),
                t.detail().in(language.get()),
                words.get("taskKind" + s.kind()),
                words.get("taskStatus" + s.status()),
                words.get("taskRung" + s.rung()),
                named(t.targetName(), s.target()),
                named(t.issuerName(), s.issuer()),
                named(t.holderName(), s.holder()),
                s.causeGoneAt() == null ? null : words.time(s.causeGoneAt()),
                String.join(
                        "；",
                        t.records().stream()
                                .map(r -> words.get("taskRung" + r.rung()) + " " + words.time(r.at()))
                                .toList()),
                places.of(s),
                papers.printsPdf());
    }

    private static String named(String name, String code) {
        return name == null ? code : name;
    }

    @POST
    @Path("{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response step(@RestPath String id, @RestPath String step, MultivaluedMap<String, String> form) {
        if (!STEPS.contains(step)) throw UpstreamProblem.of(404, step);
        Map<String, Object> body = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            String value = values.get(0).strip();
            if (name.equals("granted")) body.put(name, value.equals("true"));
            else if (!value.isEmpty()) body.put(name, value);
        });
        return taken(id, step, () -> body);
    }

    /** The answer, with what shows that it is true; files first, so that a refused one sends nothing off. */
    @POST
    @Path(ANSWER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Response answer(@RestPath String id, @RestForm String text, @RestForm("files") List<FileUpload> files) {
        String target = tasks.look(id).task().target();
        return taken(
                id,
                ANSWER,
                () -> Map.of("text", text == null ? "" : text.strip(), "evidence", evidence.keep(target, files)));
    }

    private Response taken(String id, String step, Supplier<Map<String, Object>> body) {
        try {
            tasks.step(id, step, body.get());
            return Response.seeOther(URI.create("/tasks/" + id + "?done=" + step))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(tasks.look(id), null, refused.message()))
                    .build();
        }
    }
}
