package org.jielian.portal.notices;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.NoticeCalls;
import org.jielian.portal.clients.NoticeLine;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/** What the person's node was told, by whichever service. */
@Path("notices")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NoticesResource {
    private static final int PAGE = 20;

    @Inject
    Inboxes inboxes;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    /** A notice as it stands on the page. */
    public record Line(String action, String href, String title, String detail, String when, boolean read) {}

    @CheckedTemplate(basePath = "notices")
    static class Templates {
        static native TemplateInstance notices(
                Page page, List<Line> lines, boolean unreadOnly, boolean anyUnread, List<String> away, String next);

        static native TemplateInstance bell(String count);
    }

    @GET
    public TemplateInstance notices(
            @RestQuery boolean unread, @RestQuery String metrics, @RestQuery String supervision) {
        Words words = language.words();
        Map<String, String> begins = begins(metrics, supervision);
        Map<String, Listing<NoticeLine>> pages =
                inboxes.answers((service, inbox) -> inbox.notices(unread ? true : null, begins.get(service), PAGE));
        MergedNotices merged = MergedNotices.of(pages, begins, PAGE);
        return Templates.notices(
                frames.plain(words.get("notices")),
                merged.lines().stream().map(line -> line(line, words)).toList(),
                unread,
                merged.lines().stream().anyMatch(line -> !line.notice().isRead()),
                inboxes.all().keySet().stream()
                        .filter(service -> !pages.containsKey(service))
                        .map(service -> words.get("notices" + service))
                        .toList(),
                merged.next() == null ? null : "/notices?unread=" + unread + merged.next());
    }

    private static Map<String, String> begins(String metrics, String supervision) {
        Map<String, String> begins = new LinkedHashMap<>();
        if (metrics != null && !metrics.isBlank()) begins.put("metrics", metrics);
        if (supervision != null && !supervision.isBlank()) begins.put("supervision", supervision);
        return begins;
    }

    private static Line line(MergedNotices.Line line, Words words) {
        NoticeLine notice = line.notice();
        return new Line(
                "/notices/" + line.service() + "/" + notice.id() + "/reading",
                notice.href(),
                notice.title(),
                notice.detail(),
                words.time(notice.at()),
                notice.isRead());
    }

    /** What stands on the bell of every page: the number of unread notices, or nothing when no service could be asked. */
    @GET
    @Path("bell")
    public TemplateInstance bell() {
        var unread = inboxes.unread();
        if (unread.isEmpty() || unread.getAsLong() == 0) return Templates.bell(null);
        return Templates.bell(unread.getAsLong() > 99 ? "99+" : String.valueOf(unread.getAsLong()));
    }

    /** Opens the thing a notice is about; that is reading it. */
    @POST
    @Path("{service}/{id}/reading")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@RestPath String service, @RestPath long id, @FormParam("to") String to) {
        NoticeCalls inbox = inboxes.of(service).orElseThrow(() -> UpstreamProblem.of(404, service));
        inbox.readNotice(id).close();
        return Response.seeOther(URI.create(isOwnPath(to) ? to : "/notices")).build();
    }

    @POST
    @Path("readings")
    public Response readAll() {
        inboxes.answers((service, inbox) -> {
            inbox.readAllNotices().close();
            return true;
        });
        return Response.seeOther(URI.create("/notices")).build();
    }

    /** Nobody is led to another site. */
    private static boolean isOwnPath(String to) {
        return to != null && to.startsWith("/") && !to.startsWith("//") && !to.contains("\\");
    }
}
