package org.jielian.portal.standards;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.standards.IncomingPage.OwnItem;

/** What a region adds to a release from above: items of its own, judged by evidence. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class OwnItemsResource {
    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    IncomingPage page;

    @Inject
    CurrentLanguage language;

    /** Adds an item of the region's own, judged by evidence. */
    @POST
    @Path(IncomingResource.AT + "/items")
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
            return page.refused(region, arrival, null, null, typed(form), refused);
        }
    }

    /** Takes an item of the region's own back. */
    @POST
    @Path(IncomingResource.AT + "/items/removal")
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
            return page.refused(region, arrival, null, null, null, refused);
        }
    }

    private Response withItems(
            Region region, Told.Arrival arrival, List<Item> items, MultivaluedMap<String, String> form) {
        ReleaseState above = arrival.release();
        Map<String, Object> body = new LinkedHashMap<>(IncomingResource.dates(form));
        body.put("edits", arrival.kept());
        body.put("items", items);
        supervision.localise(region.code(), above.regionCode(), above.standardCode(), above.number(), body);
        return Response.seeOther(URI.create(IncomingPage.address(region, above)))
                .build();
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

    /** As it was typed: what is refused is not typed twice. */
    private static OwnItem typed(MultivaluedMap<String, String> form) {
        return new OwnItem(
                stated(form, "item"),
                stated(form, "zh"),
                stated(form, "en"),
                "",
                stated(form, "category"),
                stated(form, "points"),
                form.getFirst("binding") != null,
                stated(form, "evidence"));
    }
}
