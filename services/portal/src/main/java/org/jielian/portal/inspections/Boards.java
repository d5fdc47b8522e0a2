package org.jielian.portal.inspections;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Boards of rectification, alike for regions and units. */
@RequestScoped
public class Boards {
    private static final int CARDS = 20;
    private static final int PAGE = 50;

    @RestClient
    InspectionsClient inspections;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    BoardView view(String address, String node, BoardParams p, Table regions) {
        Words words = language.words();
        String query = address + p.narrowed() + (p.column() == null ? "" : "&column=" + p.column());
        String sorted = query + (p.sort == null ? "" : "&sort=" + p.sort);
        Listing<Rectification.Line> page = ask(node, p, p.column(), p.cursor, PAGE);
        Table list = new InspectionTables(language)
                .problems(page.items())
                .sortedThere(p.sort == null ? "deadline" : p.sort, query, List.of("deadline", "unit"))
                .xlsx(address + ".xlsx" + query.substring(address.length()))
                .first(p.cursor == null ? null : sorted)
                .next(page.next() == null ? null : sorted + "&cursor=" + page.next())
                .make();
        return new BoardView(
                address,
                BoardView.COLUMNS.stream()
                        .map(c -> column(c, node, address, p, words))
                        .toList(),
                InspectionLists.options(p.term(), BoardParams.TERMS, "problemTerm", words),
                InspectionLists.options(p.column(), BoardView.COLUMNS, "boardColumn", words),
                p.q(),
                list,
                regions);
    }

    private BoardView.Column column(String column, String node, String address, BoardParams p, Words words) {
        Listing<Rectification.Line> page = ask(node, p, column, null, CARDS);
        boolean more = page.total() > page.items().size();
        return new BoardView.Column(
                column,
                words.get("boardColumn" + column),
                page.total(),
                page.items().stream().map(l -> card(l, words)).toList(),
                more ? address + p.narrowed() + "&column=" + column + "#problems" : null);
    }

    private static BoardView.Card card(Rectification.Line l, Words words) {
        return new BoardView.Card(
                "/rectifications/" + l.notice() + "#p" + l.no(),
                l.clause(),
                l.unitName(),
                l.found(),
                l.deadline().toString(),
                l.responsible(),
                words.get("problemTerm" + l.term()));
    }

    private Listing<Rectification.Line> ask(String node, BoardParams p, String column, String cursor, int limit) {
        return inspections.problems(node, column, p.term(), false, p.q(), p.sortKey(), p.order(), cursor, limit);
    }

    Response download(String place, String node, BoardParams p) {
        List<Rectification.Line> all = Listing.all(cursor -> ask(node, p, p.column(), cursor, InspectionLists.MOST));
        return downloads.xlsx(
                place,
                new InspectionTables(language).problems(all).make(),
                List.of(language.words().get("asOf", language.words().time(clock.instant()))));
    }
}
