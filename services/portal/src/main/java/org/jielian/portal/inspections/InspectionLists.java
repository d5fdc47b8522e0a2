package org.jielian.portal.inspections;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Lists and calendar of inspections, alike for regions and units. */
@RequestScoped
public class InspectionLists {
    private static final int PAGE = 50;
    static final int MOST = 1000;

    @RestClient
    InspectionsClient inspections;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    /** What the page shows besides its head. */
    public record View(
            String address,
            String monthValue,
            Month month,
            List<Option> kinds,
            List<Option> statuses,
            String q,
            Table table,
            Table waiting) {}

    /** The month that is looked at. */
    View view(String address, String node, boolean own, InspectionParams p) {
        YearMonth month = p.month(YearMonth.now(clock));
        String query = address + "?month=" + month + p.narrowed();
        String sorted = query + (p.sort == null ? "" : "&sort=" + p.sort);
        Listing<Inspection.Line> page = ask(node, month, p, p.cursor, PAGE);
        Words words = language.words();
        Table table = new InspectionTables(language)
                .inspections(page.items())
                .sortedThere(p.sort == null ? "day" : p.sort, query, List.of("day", "unit"))
                .xlsx(address + ".xlsx?month=" + month + p.narrowed())
                .first(p.cursor == null ? null : sorted)
                .next(page.next() == null ? null : sorted + "&cursor=" + page.next())
                .make();
        return new View(
                address,
                month.toString(),
                Month.of(
                        month,
                        LocalDate.now(clock),
                        all(node, month, p),
                        address + "?" + p.narrowed() + "&month=",
                        words),
                options(p.kind(), InspectionParams.KINDS, "inspectionKind", words),
                options(p.status(), InspectionParams.STATUSES, "inspectionStatus", words),
                p.q(),
                table,
                own ? waiting() : null);
    }

    /** What the reader's own node has to do something about; {@code null} for nothing. */
    private Table waiting() {
        List<Inspection.Line> lines = inspections
                .inspections(null, null, null, null, null, null, true, null, "day", "asc", null, PAGE)
                .items();
        return lines.isEmpty()
                ? null
                : new InspectionTables(language).inspections(lines).make();
    }

    private Listing<Inspection.Line> ask(String node, YearMonth month, InspectionParams p, String cursor, int limit) {
        return inspections.inspections(
                node,
                p.status(),
                p.kind(),
                null,
                month.atDay(1).toString(),
                month.atEndOfMonth().toString(),
                false,
                p.q(),
                p.sortKey(),
                p.order(),
                cursor,
                limit);
    }

    private List<Inspection.Line> all(String node, YearMonth month, InspectionParams p) {
        return Listing.all(cursor -> ask(node, month, p, cursor, MOST));
    }

    Response download(String place, String node, InspectionParams p) {
        YearMonth month = p.month(YearMonth.now(clock));
        Words words = language.words();
        return downloads.xlsx(
                place,
                new InspectionTables(language).inspections(all(node, month, p)).make(),
                List.of(words.month(month), words.get("asOf", words.time(clock.instant()))));
    }

    static List<Option> options(String chosen, List<String> values, String word, Words words) {
        return Stream.concat(
                        Stream.of(new Option("", words.get("all"), chosen == null)),
                        values.stream().map(v -> new Option(v, words.get(word + v), v.equals(chosen))))
                .toList();
    }
}
