package org.jielian.portal.registry;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.frame.TravellingFilters;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The institutions of a region, to be searched, sorted and paged through. */
@Path("")
public class UnitsResource {
    private static final int PAGE = 50;
    private static final int MOST = 1000;
    private static final List<String> SORTABLE =
            List.of("name", "code", "type", "regionCode", "floorArea", "headcount");

    @RestClient
    UnitsClient units;

    @Inject
    Gate gate;

    @Inject
    AtOnce atOnce;

    @Inject
    TravellingFilters filters;

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

    @CheckedTemplate(basePath = "registry")
    static class Templates {
        static native TemplateInstance units(
                Page page,
                String name,
                List<TravellingFilters.Field> kept,
                String search,
                boolean direct,
                List<Option> types,
                List<Option> statuses,
                long total,
                Table units,
                String register);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/units")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@RestPath String code, @BeanParam UnitParams params) {
        Supplier<Listing<Unit>> asked = atOnce.ask(() -> page(code, params, params.cursor, PAGE));
        Region region = gate.region(code);
        Words words = language.words();
        Listing<Unit> found = asked.get();
        String address = Addresses.region(region.tier(), code) + "/units";
        String query = params.query(filters.further());
        String sorted = query + "&sort=" + UnitParams.encode(params.sort());
        Table.Maker table = table(found.items(), filters.query(), words)
                .sortedThere(params.sort(), address + query, SORTABLE)
                .xlsx(address + ".xlsx" + sorted)
                .whenEmpty(words.get("noUnitFound"));
        if (found.next() != null) {
            table.next(address + sorted + "&cursor=" + UnitParams.encode(found.next()));
        }
        if (params.cursor != null) table.first(address + sorted);
        return Templates.units(
                frames.region(region, Section.UNITS),
                region.name(),
                filters.fields("type"),
                params.search() == null ? "" : params.search(),
                params.direct() != null,
                types(params, words),
                statuses(params, words),
                found.total(),
                table.make(),
                visitor.administers(code) ? "/registry/regions/" + code + "/new" + filters.query() : null);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/units.xlsx")
    public Response download(@RestPath String code, @BeanParam UnitParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        List<Unit> all = Listing.all(cursor -> page(code, params, cursor, MOST));
        String asOf = words.get("asOf", words.time(clock.instant()));
        String count = words.get("unitsFound", Numbers.format(all.size()));
        return downloads.xlsx(region.name(), table(all, "", words).make(), List.of(region.name(), asOf, count));
    }

    private Listing<Unit> page(String code, UnitParams p, String cursor, int limit) {
        return units.units(code, p.direct(), p.search(), p.type(), p.status(), p.sort(), cursor, limit);
    }

    private static Table.Maker table(List<Unit> units, String query, Words words) {
        Table.Maker table = Table.called("units", words.get("menuUnits"))
                .text("name", words.get("unitName"))
                .text("code", words.get("unitCode"))
                .text("type", words.get("institutionType"))
                .text("regionCode", words.get("administeredBy"))
                .number("floorArea", words.get("floorArea") + " m²")
                .number("headcount", words.get("headcount"))
                .text("status", words.get("state"));
        for (Unit unit : units) {
            table.row(List.of(
                    Cell.link(unit.name(), Addresses.unit(unit.code()) + query),
                    Cell.text(unit.code()),
                    Cell.text(words.get("type" + unit.type())),
                    Cell.text(unit.regionName()),
                    Cell.number(unit.floorArea(), 2),
                    Cell.number(unit.headcount(), 0),
                    unit.closedFrom() == null
                            ? Cell.text(words.get("unitACTIVE"))
                            : Cell.graded(words.get("closedSince", unit.closedFrom()), unit.closedFrom(), "none")));
        }
        return table;
    }

    private static List<Option> types(UnitParams params, Words words) {
        List<Option> types = new ArrayList<>();
        types.add(new Option("", words.get("allTypes"), params.type() == null));
        for (InstitutionType type : InstitutionType.values()) {
            types.add(new Option(
                    type.name(), words.get("type" + type), type.name().equals(params.type())));
        }
        return types;
    }

    private static List<Option> statuses(UnitParams params, Words words) {
        List<Option> statuses = new ArrayList<>();
        statuses.add(new Option("", words.get("allUnits"), params.status() == null));
        for (String status : List.of("ACTIVE", "CLOSED")) {
            statuses.add(new Option(status, words.get("unit" + status), status.equals(params.status())));
        }
        return statuses;
    }
}
