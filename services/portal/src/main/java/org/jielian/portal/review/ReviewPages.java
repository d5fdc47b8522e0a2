package org.jielian.portal.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.ClosingClient;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Review;
import org.jielian.portal.clients.Review.Acceptance;
import org.jielian.portal.clients.Review.Progress;
import org.jielian.portal.clients.Review.SendingBack;
import org.jielian.portal.clients.ReviewsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.review.InboxPage.Choices;
import org.jielian.portal.review.InboxPage.Clean;
import org.jielian.portal.review.InboxPage.Count;
import org.jielian.portal.review.InboxPage.Lines;
import org.jielian.portal.review.Opened.Attempt;
import org.jielian.portal.tables.Downloads;

/** A region's reports to review: the list, each of them opened in place, and what is done with them. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private static final int UNPROCESSABLE = 422;
    private static final String CELL = "cell.";
    private static final String FRAGMENT = "HX-Request";

    @RestClient
    ReviewsClient reviews;

    @RestClient
    ClosingClient closings;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    InboxPage inbox;

    @Inject
    Reviewer reviewer;

    @Inject
    Frames frames;

    @Inject
    Downloads downloads;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance inbox(
                Page page,
                String name,
                String month,
                Choices choices,
                List<Count> counts,
                Clean clean,
                ClosingBox closing,
                Lines lines,
                String done,
                String error);

        static native TemplateInstance waiting(String text, String href);

        static native TemplateInstance report(Page page, Row row, Opened opened);

        static native TemplateInstance opened(Row row, Opened opened);

        static native TemplateInstance line(Row row);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/review")
    public TemplateInstance inbox(@RestPath String code, @BeanParam ReviewParams params) {
        Region region = gate.region(code);
        return list(region, params, inbox.month(region, params), null);
    }

    private TemplateInstance list(Region region, ReviewParams params, YearMonth month, String error) {
        Progress progress = inbox.progress(region, month, params);
        Words words = language.words();
        return Templates.inbox(
                frames.region(region, Section.REVIEW, "?period=" + month),
                region.name(),
                words.month(month),
                inbox.choices(region, month, params),
                inbox.counts(region, month, params, progress),
                inbox.clean(region, month, params, progress),
                ClosingBox.of(
                        region,
                        month,
                        closings.standing(region.code(), month.toString()),
                        progress,
                        reviewer.accepts(region.code()),
                        words),
                inbox.lines(region, month, params),
                params.done(month, words),
                error);
    }

    @POST
    @Path("{tier:province|city|county}/{code}/review/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        YearMonth month = month(text(form, "period"));
        try {
            closings.close(code, month.toString(), new Closing.Note(null));
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(list(region, new ReviewParams(), month, refused.message()))
                    .build();
        }
        String inbox = Addresses.region(region.tier(), code) + "/review?closed=true&period=" + month;
        return Response.seeOther(URI.create(inbox)).build();
    }

    @GET
    @Path("{tier:province|city|county}/{code}/review.xlsx")
    @Produces(Downloads.XLSX)
    public Response download(@RestPath String code, @BeanParam ReviewParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        return downloads.xlsx(
                region.name(),
                inbox.table(region, inbox.month(region, params), params),
                List.of(region.name(), words.get("asOf", words.time(clock.instant()))));
    }

    /** What waits, in one line for the home page. */
    @GET
    @Path("{tier:province|city|county}/{code}/review/waiting")
    public TemplateInstance waiting(@RestPath String code, @BeanParam ReviewParams params) {
        Region region = gate.region(code);
        YearMonth month = inbox.month(region, params);
        Progress progress = inbox.progress(region, month, params);
        String text = progress.waiting() == 0
                ? null
                : language.words()
                        .get(
                                "reportsWait",
                                language.words().month(month),
                                Numbers.format(progress.waiting()),
                                Numbers.format(progress.clean()));
        return Templates.waiting(text, Addresses.region(region.tier(), region.code()) + "/review?period=" + month);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/review/{unit}/{month}")
    public TemplateInstance open(
            @RestPath String code,
            @RestPath String unit,
            @RestPath String month,
            @HeaderParam(FRAGMENT) String fragment) {
        Region region = gate.region(code);
        return show(region, unit, month(month), Attempt.NONE, fragment != null);
    }

    /** The report closed again. */
    @GET
    @Path("{tier:province|city|county}/{code}/review/{unit}/{month}/line")
    public TemplateInstance close(@RestPath String code, @RestPath String unit, @RestPath String month) {
        Region region = gate.region(code);
        return Templates.line(Row.of(inbox.one(region, unit, month(month)), region, null, language.words()));
    }

    @POST
    @Path("{tier:province|city|county}/{code}/review/{unit}/{month}/acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(
            @RestPath String code,
            @RestPath String unit,
            @RestPath String month,
            @HeaderParam(FRAGMENT) String fragment,
            MultivaluedMap<String, String> form) {
        return act(code, unit, month(month), form, fragment != null, "doneAccepted", version -> reviews.accept(
                        unit, month, version, "")
                .close());
    }

    @POST
    @Path("{tier:province|city|county}/{code}/review/{unit}/{month}/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sendBack(
            @RestPath String code,
            @RestPath String unit,
            @RestPath String month,
            @HeaderParam(FRAGMENT) String fragment,
            MultivaluedMap<String, String> form) {
        List<Review.Cell> cells = new ArrayList<>();
        comments(form).forEach((field, comment) -> cells.add(new Review.Cell(field, comment)));
        String comment = text(form, "comment");
        var why = new SendingBack(comment.isEmpty() ? null : comment, cells);
        return act(code, unit, month(month), form, fragment != null, "doneReturned", version -> reviews.sendBack(
                        unit, month, version, why)
                .close());
    }

    @POST
    @Path("{tier:province|city|county}/{code}/review/acceptances")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response acceptClean(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        YearMonth month = month(text(form, "period"));
        var done = reviews.accept(code, UUID.randomUUID().toString(), new Acceptance(month.toString(), true));
        String query = "?period=%s&accepted=%d&skipped=%d".formatted(month, done.accepted(), done.skipped());
        return Response.seeOther(URI.create(Addresses.region(region.tier(), code) + "/review" + query))
                .build();
    }

    private interface Act {
        void with(String version);
    }

    /** Does it; afterwards the line says what was done, where scripts run, and the list is shown again where they don't. */
    private Response act(
            String code,
            String unit,
            YearMonth month,
            MultivaluedMap<String, String> form,
            boolean fragment,
            String done,
            Act act) {
        Region region = gate.region(code);
        try {
            act.with('"' + text(form, "version") + '"');
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            Attempt attempt = new Attempt(text(form, "comment"), comments(form), reason(refused));
            return Response.status(UNPROCESSABLE)
                    .entity(show(region, unit, month, attempt, fragment))
                    .build();
        }
        if (!fragment) {
            String inbox = Addresses.region(region.tier(), code) + "/review?period=" + month;
            return Response.seeOther(URI.create(inbox)).build();
        }
        Words words = language.words();
        Row row = Row.of(inbox.one(region, unit, month), region, words.get(done), words);
        return Response.ok(Templates.line(row)).build();
    }

    private TemplateInstance show(Region region, String unit, YearMonth month, Attempt attempt, boolean fragment) {
        Words words = language.words();
        Review review = inbox.one(region, unit, month);
        Row row = Row.of(review, region, null, words);
        Opened opened = Opened.of(
                review,
                metrics.quantities(),
                metrics.attachments(unit, month.toString(), month.toString()).items(),
                reviewer.accepts(review.regionCode()),
                reviewer.reviews(),
                attempt,
                words);
        return fragment
                ? Templates.opened(row, opened)
                : Templates.report(frames.region(region, Section.REVIEW, "?period=" + month), row, opened);
    }

    private static String reason(UpstreamProblem refused) {
        return refused.body().errors().isEmpty()
                ? refused.message()
                : refused.body().errors().get(0).message();
    }

    /** What was written beside single figures, by field. */
    private static Map<String, String> comments(MultivaluedMap<String, String> form) {
        Map<String, String> comments = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (name.startsWith(CELL) && !values.get(0).isBlank())
                comments.put(name.substring(CELL.length()), values.get(0).strip());
        });
        return comments;
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }
}
