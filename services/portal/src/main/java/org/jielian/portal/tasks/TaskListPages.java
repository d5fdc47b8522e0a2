package org.jielian.portal.tasks;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
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
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;

/** The tasks of a region and of those below it, and opening one for a node below. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class TaskListPages {
    private static final String AT = "{tier:province|city|county}/{code}/tasks";
    private static final int ON_HOME = 5;

    @RestClient
    TasksClient tasks;

    @Inject
    TaskLists lists;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "tasks")
    static class Templates {
        static native TemplateInstance tasks(
                Page page, String name, TaskLists.View view, boolean opens, String target, String error);

        static native TemplateInstance waiting(org.jielian.portal.tables.Table table, String text, String href);
    }

    @GET
    @Path(AT)
    public TemplateInstance list(@RestPath String code, @BeanParam TaskParams params, @RestQuery String target) {
        return show(gate.region(code), params, target, null);
    }

    private TemplateInstance show(Region region, TaskParams params, String target, String error) {
        return Templates.tasks(
                frames.region(region, Section.TASKS),
                region.name(),
                lists.view(home(region), region.code(), params),
                visitor.administers(region.code()) && visitor.isAt(region.code()),
                target,
                error);
    }

    @GET
    @Path(AT + ".xlsx")
    public Response download(@RestPath String code, @BeanParam TaskParams params) {
        Region region = gate.region(code);
        return lists.download(region.name(), code, params);
    }

    /** What the region has to do, for its home page; nothing for those who only look on. */
    @GET
    @Path(AT + "/waiting")
    public TemplateInstance waiting(@RestPath String code) {
        Region region = gate.region(code);
        if (!visitor.isAt(code)) return Templates.waiting(null, null, home(region));
        return waiting(lists, language, home(region));
    }

    static TemplateInstance waiting(TaskLists lists, CurrentLanguage language, String home) {
        TaskLists.Waiting waiting = lists.waiting(ON_HOME);
        if (waiting.todo() == 0 && waiting.climbed() == 0) return Templates.waiting(null, null, home);
        return Templates.waiting(
                new TaskTables(language).list(waiting.first(), null, home, null, null),
                waiting.climbed() == 0
                        ? language.words().get("tasksWaitHere", waiting.todo())
                        : language.words().get("tasksWait", waiting.todo(), waiting.climbed()),
                home);
    }

    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response open(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        if (!visitor.isAt(code)) throw UpstreamProblem.of(403, code);
        Map<String, Object> opening = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!values.get(0).isBlank()) opening.put(name, values.get(0).strip());
        });
        try {
            return Response.seeOther(
                            URI.create("/tasks/" + tasks.open(opening).task().id()))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(region, new TaskParams(), form.getFirst("target"), refused.message()))
                    .build();
        }
    }

    private static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/tasks";
    }
}
