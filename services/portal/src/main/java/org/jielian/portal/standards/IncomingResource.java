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
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.portal.access.Gate;
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

/** One release from above: what it changes here, and the answer: confirm it, or make it stricter. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class IncomingResource {
    private static final String AT =
            "{tier:province|city|county}/{code}/standards/incoming/{issuer}/{standard}/{number}";
    private static final int UNPROCESSABLE = 422;

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
            boolean mayConfirm,
            boolean mayAct) {}

    /** An item the region added itself. */
    public record OwnItem(String code, String name, String category, String points, boolean binding, String evidence) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance incoming(Page page, String name, View view, Table changes, EditForm form);
    }

    /** Opening it is reading it, for somebody of the region itself. */
    @GET
    @Path(AT)
    public TemplateInstance look(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            @RestQuery String part) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        if (visitor.isAt(code)
                && visitor.has("administrator")
                && arrival.adoption().readAt() == null) {
            supervision.read(code, issuer, standard, number);
        }
        return page(region, arrival, part, null, null);
    }

    @POST
    @Path(AT + "/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        try {
            supervision.confirm(code, issuer, standard, number, dates(form));
            return back(region, issuer, standard, number, null);
        } catch (UpstreamProblem refused) {
            return again(
                    refused, page(region, supervision.arrival(code, issuer, standard, number), null, null, refused));
        }
    }

    @POST
    @Path(AT + "/localisation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response localise(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        String part = form.getFirst("part");
        StandardPackage above = arrival.release().content();
        Map<String, String> entered = EditForm.entered(form, Fields::of, above, part == null ? Fields.MAIN : part);
        try {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("edits", edits(arrival, entered, part == null ? Fields.MAIN : part));
            body.put("items", arrival.items());
            dates(form).forEach(body::put);
            supervision.localise(code, issuer, standard, number, body);
            return back(region, issuer, standard, number, part);
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, arrival, part, entered, refused));
        }
    }

    /** What was stricter in other parts before stays; in this part, what differs from above. */
    private static List<Edit> edits(Told.Arrival arrival, Map<String, String> entered, String part) {
        Map<String, Fields.Value> above = Fields.of(arrival.release().content(), part);
        List<Edit> edits = new ArrayList<>();
        Set<String> here = above.keySet();
        arrival.kept().stream().filter(edit -> !here.contains(edit.place())).forEach(edits::add);
        entered.forEach((place, value) -> {
            if (!value.equals(above.get(place).value())) edits.add(new Edit(place, value));
        });
        return edits;
    }

    /** The days that were stated; what is left empty is as above. */
    private static Map<String, Object> dates(MultivaluedMap<String, String> form) {
        Map<String, Object> dates = new LinkedHashMap<>();
        for (String name : List.of("effectiveFrom", "adoptBy")) {
            String day = form.getFirst(name);
            if (day != null && !day.isBlank()) dates.put(name, day.strip());
        }
        return dates;
    }

    /** Adds an item of the region's own, judged by evidence. */
    @POST
    @Path(AT + "/items")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response addItem(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        try {
            List<Item> items = new ArrayList<>(arrival.items());
            items.add(entered(form, code));
            return withItems(region, arrival, items, form);
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, arrival, null, null, refused));
        }
    }

    /** Takes an item of the region's own back. */
    @POST
    @Path(AT + "/items/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeItem(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        String gone = form.getFirst("item");
        try {
            List<Item> items = arrival.items().stream()
                    .filter(item -> !item.code().equals(gone))
                    .toList();
            return withItems(region, arrival, items, form);
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, arrival, null, null, refused));
        }
    }

    private Response withItems(
            Region region, Told.Arrival arrival, List<Item> items, MultivaluedMap<String, String> form) {
        ReleaseState above = arrival.release();
        Map<String, Object> body = new LinkedHashMap<>(dates(form));
        body.put("edits", arrival.kept());
        body.put("items", items);
        supervision.localise(region.code(), above.regionCode(), above.standardCode(), above.number(), body);
        return back(region, above.regionCode(), above.standardCode(), above.number(), null);
    }

    private Item entered(MultivaluedMap<String, String> form, String code) {
        return new Item(
                code + "-" + stated(form, "item"),
                stated(form, "category"),
                new Name(stated(form, "zh"), stated(form, "en")),
                Kind.QUALITATIVE,
                ScoringFunction.DOC,
                null,
                points(stated(form, "points")),
                form.getFirst("binding") != null,
                null,
                null,
                null,
                stated(form, "evidence"));
    }

    private BigDecimal points(String typed) {
        try {
            return new BigDecimal(typed);
        } catch (NumberFormatException notANumber) {
            throw UpstreamProblem.of(400, language.words().get("pointsNotANumber", typed));
        }
    }

    private static String stated(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private Optional<ReleaseState> own(Told.Arrival arrival) {
        String key = arrival.adoption().own();
        if (key == null) return Optional.empty();
        String[] at = key.split("/");
        return Optional.of(supervision.releaseOf(at[0], at[1], Integer.parseInt(at[2])));
    }

    private TemplateInstance page(
            Region region, Told.Arrival arrival, String part, Map<String, String> entered, UpstreamProblem refused) {
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

    private static String address(Region region, ReleaseState release) {
        return StandardsResource.home(region) + "/incoming/" + release.key();
    }

    private static Response back(Region region, String issuer, String standard, int number, String part) {
        String at = StandardsResource.home(region) + "/incoming/" + ReleaseState.key(issuer, standard, number);
        return Response.seeOther(URI.create(part == null ? at : at + "?part=" + part))
                .build();
    }

    private static Response again(UpstreamProblem refused, TemplateInstance page) {
        if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
