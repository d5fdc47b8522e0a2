package org.jielian.portal.premises;

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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Premises;
import org.jielian.portal.clients.PremisesClient;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Who shares the electricity, water or heat of a unit's building; arranged by the region that administers the unit. */
@Path("premises/{code}")
@Produces(MediaType.TEXT_HTML)
public class PremisesResource {
    private static final int UNPROCESSABLE = 422;
    private static final int DECIMALS = 4;

    @RestClient
    PremisesClient premises;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    Downloads downloads;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "premises")
    static class Templates {
        static native TemplateInstance premises(Page page, Unit unit, Table table, PremisesForm form, boolean done);
    }

    @GET
    public TemplateInstance look(@RestPath String code, @RestQuery String done) {
        Unit unit = gate.unit(code);
        return page(unit, premises.of(code), Map.of(), null, done != null);
    }

    @GET
    @Path("table.xlsx")
    @Produces(Downloads.XLSX)
    public Response download(@RestPath String code) {
        Unit unit = gate.unit(code);
        return downloads.xlsx(unit.name(), table(premises.of(code), metrics.quantities()), List.of(unit.name()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrange(@RestPath String code, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        if (!visitor.administers(unit.regionCode())) throw UpstreamProblem.of(403, code);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, values.get(0).strip()));
        try {
            premises.arrange(code, typed.getOrDefault("quantity", ""), PremisesForm.body(typed));
            return Response.seeOther(URI.create(address(code) + "?done=Arranged"))
                    .build();
        } catch (UpstreamProblem refused) {
            // a tenant out of sight is refused with 403 as well, which is about what was typed
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(page(unit, premises.of(code), typed, refused, false))
                    .build();
        }
    }

    private TemplateInstance page(
            Unit unit, Premises present, Map<String, String> typed, UpstreamProblem refused, boolean done) {
        List<Quantity> quantities = metrics.quantities();
        return Templates.premises(
                frames.unit(unit),
                unit,
                table(present, quantities),
                visitor.administers(unit.regionCode())
                        ? PremisesForm.of(unit.code(), quantities, typed, refused, language.get())
                        : null,
                done);
    }

    private Table table(Premises present, List<Quantity> quantities) {
        Words words = language.words();
        var table = Table.called("premises", words.get("sharedPremises"))
                .text("carrier", words.get("sharedCarrier"))
                .text("from", words.get("sharedFrom"))
                .text("until", words.get("sharedUntil"))
                .text("unit", words.get("unitCode"))
                .number("percent", words.get("sharedPercent"))
                .whenEmpty(words.get("nothingShared"))
                .xlsx(address(present.host()) + "/table.xlsx");
        for (Premises.Sharing sharing : present.items()) {
            for (Premises.Share share : sharing.shares()) {
                table.row(List.of(
                        Cell.text(label(sharing.quantity(), quantities)),
                        Cell.text(sharing.from()),
                        Cell.text(sharing.until()),
                        Cell.text(share.unit()),
                        Cell.number(share.percent(), DECIMALS)));
            }
        }
        return table.make();
    }

    private String label(String code, List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity -> quantity.code().equals(code))
                .map(quantity -> quantity.label(language.get()))
                .findFirst()
                .orElse(code);
    }

    private static String address(String code) {
        return "/premises/" + code;
    }
}
