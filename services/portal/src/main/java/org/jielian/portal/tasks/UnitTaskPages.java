package org.jielian.portal.tasks;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.i18n.CurrentLanguage;

/** The tasks of a unit, for its own people. */
@Path("unit/{code}")
@Produces(MediaType.TEXT_HTML)
public class UnitTaskPages {
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

    @GET
    @Path("tasks")
    public TemplateInstance list(@RestPath String code, @BeanParam TaskParams params) {
        Unit unit = own(code);
        return TaskListPages.Templates.tasks(
                frames.unit(unit), unit.name(), lists.view(home(code), null, params), false, null, null);
    }

    @GET
    @Path("tasks.xlsx")
    public Response download(@RestPath String code, @BeanParam TaskParams params) {
        return lists.download(own(code).name(), null, params);
    }

    @GET
    @Path("tasks/waiting")
    public TemplateInstance waiting(@RestPath String code) {
        gate.unit(code);
        if (!visitor.isAt(code)) return TaskListPages.Templates.waiting(null, null, home(code));
        return TaskListPages.waiting(lists, language, home(code));
    }

    /** Others look at a unit's tasks in the list of their own region. */
    private Unit own(String code) {
        Unit unit = gate.unit(code);
        if (!visitor.isAt(code)) throw UpstreamProblem.of(403, code);
        return unit;
    }

    private static String home(String code) {
        return Addresses.unit(code) + "/tasks";
    }
}
