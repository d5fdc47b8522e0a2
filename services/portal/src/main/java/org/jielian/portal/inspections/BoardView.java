package org.jielian.portal.inspections;

import java.util.List;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.tables.Table;

/**
 * A board of rectification: columns of problems, and the regions below with how many are in which column.
 *
 * @param list all problems that were asked for, as a table
 * @param regions {@code null} for a unit
 */
public record BoardView(
        String address,
        List<Column> columns,
        List<Option> terms,
        List<Option> choices,
        String q,
        Table list,
        Table regions) {
    static final List<String> COLUMNS = List.of("OPEN", "ANSWERED", "RETURNED", "OVERDUE", "VERIFIED");

    /** One column; {@code more} leads to all of it when not all cards are shown. */
    public record Column(String code, String title, long total, List<Card> cards, String more) {}

    /** One problem. */
    public record Card(
            String href, String title, String unit, String found, String deadline, String responsible, String term) {}
}
