package org.jielian.portal.standards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** The page of a release from above: what it changes here, and the forms with which it is answered. */
@RequestScoped
class IncomingPage {
    private static final int UNPROCESSABLE = 422;

    @RestClient
    SupervisionClient supervision;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /**
     * What the page says of an arrival.
     *
     * @param mayConfirm whether confirming still means something
     * @param mayAct whether this person may answer at all
     */
    public record View(
            String title,
            String address,
            String answer,
            String due,
            String effectiveFrom,
            String legalBasis,
            List<String> raised,
            List<String> conflicts,
            String ownFrom,
            String ownBy,
            List<Option> categories,
            List<OwnItem> items,
            OwnItem typed,
            boolean mayConfirm,
            boolean mayAct) {}

    /** An item the region added itself, or is about to. */
    public record OwnItem(
            String code,
            String zh,
            String en,
            String name,
            String category,
            String points,
            boolean binding,
            String evidence) {
        static final OwnItem BLANK = new OwnItem("", "", "", "", "", "", false, "");
    }

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance incoming(Page page, String name, View view, Table changes, EditForm form);
    }

    /**
     * The page after nothing, or a refusal.
     *
     * @param part of the values that is shown; {@code null} for the first
     * @param entered what was entered of it; {@code null} for nothing
     * @param typed an item of the region's own as it was typed; {@code null} for nothing
     * @param refused why it was refused; {@code null} if it was not
     */
    TemplateInstance of(
            Region region,
            Told.Arrival arrival,
            String part,
            Map<String, String> entered,
            OwnItem typed,
            UpstreamProblem refused) {
        Words words = language.words();
        ReleaseState release = arrival.release();
        Labels labels = new Labels(release.content(), words, language.get() == Language.EN);
        Answer answer = arrival.adoption().answer();
        boolean acts = visitor.administers(region.code()) && answer != Answer.VOID;
        Map<String, String> stricter = new LinkedHashMap<>();
        arrival.kept().forEach(edit -> stricter.put(edit.place(), edit.value()));
        if (entered != null) stricter.putAll(entered);
        EditForm form = !acts
                ? null
                : EditForm.of(
                        part,
                        Fields::of,
                        release.content(),
                        EditForm.beside(release.content()),
                        stricter,
                        refused,
                        labels,
                        words);
        Optional<ReleaseState> own = own(arrival);
        View view = new View(
                labels.text(release.name()) + " " + release.key(),
                address(region, release),
                words.get("adoption" + answer),
                arrival.adoption().due() == null
                        ? words.get("none")
                        : arrival.adoption().due().toString(),
                release.effectiveFrom().toString(),
                release.legalBasis(),
                arrival.raised().stream()
                        .map(r -> words.get("raisedLine", labels.of(r.place()), r.own(), r.above()))
                        .toList(),
                arrival.conflicts().stream()
                        .map(c -> labels.of(c.place()) + " " + c.own() + "：" + text(c.reason()))
                        .toList(),
                ahead(own.map(ReleaseState::effectiveFrom)),
                ahead(own.map(ReleaseState::adoptBy)),
                release.content().categories().stream()
                        .map(c -> new Option(c.code(), c.code() + " " + labels.text(c.name()), false))
                        .toList(),
                arrival.items().stream().map(item -> ownItem(item, labels)).toList(),
                typed == null ? OwnItem.BLANK : typed,
                acts && (answer == Answer.OPEN || answer == Answer.INHERITED),
                acts);
        return Templates.incoming(
                frames.region(region, Section.STANDARDS),
                region.name(),
                view,
                new StandardTables(words).changes(arrival.changes(), labels),
                form);
    }

    private static OwnItem ownItem(Item item, Labels labels) {
        return new OwnItem(
                item.code(),
                item.name().zh(),
                item.name().en(),
                labels.text(item.name()),
                item.category(),
                item.points().toPlainString(),
                item.binding(),
                item.evidence());
    }

    /** A day that has come is not offered again: what the region had is in force already. */
    private String ahead(Optional<LocalDate> day) {
        return day.filter(d -> !d.isBefore(LocalDate.now(clock)))
                .map(LocalDate::toString)
                .orElse("");
    }

    private String text(Told.Reason reason) {
        return language.get() == Language.EN ? reason.en() : reason.zh();
    }

    /** A refusal the person can do something about is shown on the page; any other ends as everywhere. */
    Response refused(
            Region region,
            Told.Arrival arrival,
            String part,
            Map<String, String> entered,
            OwnItem typed,
            UpstreamProblem why) {
        if (why.status() == 401 || why.status() == 403 || why.status() >= 500) throw why;
        return Response.status(UNPROCESSABLE)
                .entity(of(region, arrival, part, entered, typed, why))
                .build();
    }

    static String address(Region region, ReleaseState release) {
        return StandardsResource.home(region) + "/incoming/" + release.key();
    }

    private Optional<ReleaseState> own(Told.Arrival arrival) {
        String key = arrival.adoption().own();
        if (key == null) return Optional.empty();
        String[] at = key.split("/");
        return Optional.of(supervision.releaseOf(at[0], at[1], Integer.parseInt(at[2])));
    }
}
