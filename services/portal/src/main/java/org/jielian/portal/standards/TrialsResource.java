package org.jielian.portal.standards;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** What a draft would do to the units below, before anybody is affected (试算). */
@Path("")
public class TrialsResource {
    private static final String AT = "{tier:province|city|county}/{code}/standards/drafts/{id}/trial";
    private static final int PAGE = 50;
    private static final int MOST = 1000;

    /** What a change means for a unit, as one can ask for it. */
    enum Effect {
        NEWLY_ABOVE,
        NEWLY_WITHIN,
        WORSE,
        BETTER,
        OTHER
    }

    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    /** What the page says above the tables; {@code trial} is {@code null} before the draft is tried. */
    public record View(String address, String draft, int year, Tried trial, boolean mayAct) {}

    /**
     * What is said of a trial.
     *
     * @param watch where to ask again while it runs; {@code null} when it is over
     * @param progress how many units were looked at, of how many
     * @param failure why it failed; {@code null} unless it did
     */
    public record Tried(
            String at, String by, boolean outdated, String watch, String progress, long percent, String failure) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance trial(
                Page page, String name, View view, List<Option> effects, Table summary, Table changes);
    }

    @GET
    @Path(AT)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(
            @RestPath String code,
            @RestPath String id,
            @RestQuery Integer year,
            @RestQuery String region,
            @RestQuery String effect,
            @RestQuery String cursor) {
        Region here = gate.region(code);
        requireOf(here, id);
        Words words = language.words();
        int of = year(year);
        String draft = StandardsResource.home(here) + "/drafts/" + id;
        Told.Trial trial = tried(id, of);
        String chosen = blankToNull(effect);
        String below = blankToNull(region);
        String query = draft + "/trial?year=" + of;
        String narrowed = (below == null ? "" : "&region=" + below) + (chosen == null ? "" : "&effect=" + chosen);
        View view = new View(
                draft + "/trial",
                draft,
                of,
                trial == null ? null : said(trial, query + narrowed, words),
                visitor.administers(code));
        Page page = frames.region(here, Section.STANDARDS);
        if (trial == null || !trial.isDone())
            return Templates.trial(page, here.name(), view, effects(chosen, words), null, null);
        Listing<Told.BandChange> changes = supervision.trialChanges(id, of, below, chosen, cursor, PAGE);
        ResultTables tables = new ResultTables(words);
        return Templates.trial(
                page,
                here.name(),
                view,
                effects(chosen, words),
                tables.affected(trial.summary(), query),
                tables.bandChanges(
                        changes.items(),
                        draft + "/trial.xlsx?year=" + of + narrowed,
                        changes.next() == null ? null : query + narrowed + "&cursor=" + changes.next()));
    }

    private Tried said(Told.Trial trial, String address, Words words) {
        int looked = trial.looked();
        Integer total = trial.total();
        return new Tried(
                words.time(trial.triedAt()),
                trial.triedBy(),
                trial.outdated(),
                "RUNNING".equals(trial.state()) ? address : null,
                Numbers.format(looked) + (total == null ? "" : " / " + Numbers.format(total)),
                total == null || total == 0 ? 0 : looked * 100L / total,
                trial.failure() == null
                        ? null
                        : language.get() == Language.EN
                                ? trial.failure().en()
                                : trial.failure().zh());
    }

    /** Begins to try the draft on the reports of a year as they are now; the page then says how far that is. */
    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response run(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Region here = gate.region(code);
        requireOf(here, id);
        int year = year(number(form.getFirst("year")));
        supervision.tryDraft(id, year, "respond-async");
        return Response.seeOther(URI.create(StandardsResource.home(here) + "/drafts/" + id + "/trial?year=" + year))
                .build();
    }

    @GET
    @Path(AT + ".xlsx")
    public Response download(
            @RestPath String code,
            @RestPath String id,
            @RestQuery Integer year,
            @RestQuery String region,
            @RestQuery String effect) {
        Region here = gate.region(code);
        requireOf(here, id);
        Words words = language.words();
        int of = year(year);
        List<Told.BandChange> all = Listing.all(
                cursor -> supervision.trialChanges(id, of, blankToNull(region), blankToNull(effect), cursor, MOST));
        return downloads.xlsx(
                here.name(),
                new ResultTables(words).bandChanges(all, null, null),
                List.of(String.valueOf(of), words.get("asOf", words.time(clock.instant()))));
    }

    /** {@code null} when the draft has not been tried on that year. */
    private Told.Trial tried(String id, int year) {
        try {
            return supervision.trial(id, year);
        } catch (UpstreamProblem problem) {
            if (problem.status() == 404) return null;
            throw problem;
        }
    }

    private void requireOf(Region region, String id) {
        if (!supervision.draft(id).regionCode().equals(region.code())) throw UpstreamProblem.of(404, id);
    }

    /** A whole year is judged, so the last one that is over is what people ask for. */
    private int year(Integer asked) {
        return asked == null ? LocalDate.now(clock).getYear() - 1 : asked;
    }

    private Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("yearNotANumber", text));
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static List<Option> effects(String chosen, Words words) {
        return Stream.concat(
                        Stream.of(new Option("", words.get("allEffects"), chosen == null)),
                        Arrays.stream(Effect.values())
                                .map(e -> new Option(
                                        e.name(),
                                        words.get("bandEffect" + e),
                                        e.name().equals(chosen))))
                .toList();
    }
}
