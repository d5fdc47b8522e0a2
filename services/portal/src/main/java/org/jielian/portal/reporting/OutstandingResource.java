package org.jielian.portal.reporting;

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
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Outstanding;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.frame.TravellingFilters;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;

/** Whose reports are outstanding in any region, and reminding them. */
@Path("")
public class OutstandingResource {
    private static final int PAGE = 50;
    private static final int MOST = 1000;
    private static final int MONTHS_OFFERED = 24;

    @RestClient
    MetricsClient metrics;

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

    @CheckedTemplate(basePath = "reporting")
    static class Templates {
        static native TemplateInstance outstanding(
                Page page,
                Region region,
                String period,
                String month,
                String state,
                List<Option> months,
                List<Option> states,
                List<TravellingFilters.Field> kept,
                String search,
                boolean direct,
                boolean reminds,
                String result,
                OutstandingList list);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/reporting/outstanding")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance outstanding(@RestPath String code, @BeanParam OutstandingParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        YearMonth month = params.period(lastMonth());
        String address = address(region);
        String state = params.state();
        return Templates.outstanding(
                frames.region(region, Section.REPORTING, filters.query()),
                region,
                month.toString(),
                words.month(month),
                state,
                months(month, words),
                states(region, month, state, address, params, words),
                filters.fields("period"),
                params.search() == null ? "" : params.search(),
                params.direct() != null,
                visitor.reminds(code),
                result(params, words),
                list(region, month, address, params, words));
    }

    private OutstandingList list(
            Region region, YearMonth month, String address, OutstandingParams params, Words words) {
        boolean reminds = visitor.reminds(region.code());
        Listing<Outstanding> found = units(region, month, params, params.cursor, PAGE);
        String query = params.query(month, params.state(), params.sort);
        return new OutstandingList(
                new Sorting(params.sort, address + params.query(month, params.state(), null)).columns(words),
                found.items().stream()
                        .map(unit -> OutstandingList.Line.of(
                                unit, month, reminds && region.code().equals(unit.regionCode()), words))
                        .toList(),
                metrics.outstandingBelow(region.code(), month.toString()).stream()
                        .map(below -> OutstandingList.Below.of(below, month, reminds, words))
                        .toList(),
                found.total(),
                found.next() == null ? null : address + query + "&cursor=" + ReportingParams.encode(found.next()),
                address + ".xlsx" + query);
    }

    private Listing<Outstanding> units(
            Region region, YearMonth month, OutstandingParams params, String cursor, int limit) {
        return metrics.outstanding(
                region.code(),
                month.toString(),
                params.state(),
                params.search(),
                params.type(),
                params.direct(),
                params.sort,
                cursor,
                limit);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/reporting/outstanding.xlsx")
    public Response download(@RestPath String code, @BeanParam OutstandingParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        YearMonth month = params.period(lastMonth());
        List<Outstanding> all = Listing.all(cursor -> units(region, month, params, cursor, MOST));
        return downloads.xlsx(region.name(), OutstandingList.table(all, month, words), notes(region, words));
    }

    @GET
    @Path("{tier:province|city|county}/{code}/reporting/outstanding-regions.xlsx")
    public Response downloadBelow(@RestPath String code, @BeanParam OutstandingParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        YearMonth month = params.period(lastMonth());
        var regions = metrics.outstandingBelow(code, month.toString());
        return downloads.xlsx(region.name(), OutstandingList.table(regions, words, month), notes(region, words));
    }

    /** Reminds those that were ticked, or all in a state. */
    @POST
    @Path("{tier:province|city|county}/{code}/reminders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remind(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        if (!visitor.reminds(code)) throw UpstreamProblem.of(403, code);
        YearMonth month = OutstandingParams.month(String.valueOf(form.getFirst("period")));
        boolean all = "all".equals(form.getFirst("whom"));
        List<String> units = form.getOrDefault("unit", List.of());
        List<String> regions = form.getOrDefault("region", List.of());
        String state = form.getFirst("state");
        String back = address(region) + "?period=" + month
                + (state != null && OutstandingParams.STATES.contains(state) ? "&state=" + state : "");
        if (!all && units.isEmpty() && regions.isEmpty()) return to(back + "&reminded=-1");
        Outstanding.Reminded reminded = metrics.remind(
                code, new Outstanding.Asked(month, all ? null : units, all ? null : regions, all ? state : null));
        return to(back + "&reminded=" + reminded.reminded() + "&already="
                + reminded.alreadyToday().size() + "&done="
                + reminded.notOutstanding().size());
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private static String address(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/reporting/outstanding";
    }

    private static String result(OutstandingParams params, Words words) {
        if (params.reminded == null) return null;
        if (params.reminded < 0) return words.get("remindNobodyTicked");
        StringBuilder result = new StringBuilder(words.get("remindedCount", params.reminded));
        if (params.already != null && params.already > 0) result.append(words.get("remindedAlready", params.already));
        if (params.done != null && params.done > 0) result.append(words.get("remindedDone", params.done));
        return result.toString();
    }

    private List<Option> states(
            Region region, YearMonth month, String chosen, String address, OutstandingParams params, Words words) {
        List<Option> states = new ArrayList<>();
        Map<String, Supplier<Long>> totals = new LinkedHashMap<>();
        for (String state : OutstandingParams.STATES)
            totals.put(state, atOnce.ask(() -> total(region, month, state, params)));
        totals.forEach((state, total) -> states.add(new Option(
                address + params.query(month, state, params.sort),
                words.get("outstanding" + state) + " " + Numbers.format(total.get()),
                state.equals(chosen))));
        return states;
    }

    private long total(Region region, YearMonth month, String state, OutstandingParams params) {
        return metrics.outstanding(
                        region.code(),
                        month.toString(),
                        state,
                        params.search(),
                        params.type(),
                        params.direct(),
                        null,
                        null,
                        1)
                .total();
    }

    /** The last month that is over. */
    private YearMonth lastMonth() {
        return YearMonth.now(clock).minusMonths(1);
    }

    private List<Option> months(YearMonth chosen, Words words) {
        List<Option> months = new ArrayList<>();
        YearMonth last = lastMonth();
        if (chosen.isAfter(last)) months.add(new Option(chosen.toString(), words.month(chosen), true));
        for (int back = 0; back < MONTHS_OFFERED; back++) {
            YearMonth month = last.minusMonths(back);
            months.add(new Option(month.toString(), words.month(month), month.equals(chosen)));
        }
        if (chosen.isBefore(last.minusMonths(MONTHS_OFFERED - 1L)))
            months.add(new Option(chosen.toString(), words.month(chosen), true));
        return months;
    }

    private List<String> notes(Region region, Words words) {
        return List.of(region.name(), words.get("asOf", words.time(clock.instant())));
    }
}
