package org.jielian.portal.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A table as it stands on a page and in a download.
 *
 * @param id of its element, by which it is refreshed
 * @param caption what it shows
 * @param totals rows above the others that stay there whatever is sorted
 * @param xlsx where it downloads; {@code null} when it does not
 * @param empty what stands there when there is no row
 * @param first address of the first page; {@code null} on it
 * @param next address of the next page; {@code null} on the last
 */
public record Table(
        String id,
        String caption,
        List<Column> columns,
        List<Row> totals,
        List<Row> rows,
        String xlsx,
        String empty,
        String first,
        String next) {

    /**
     * One column.
     *
     * @param sortHref where a click on its head leads; {@code null} if it does not sort
     * @param sorted {@code ascending}, {@code descending} or {@code null}
     */
    public record Column(String key, String label, boolean number, String sortHref, String sorted) {}

    /** One row. */
    public record Row(List<Cell> cells, String grade) {}

    public static Maker called(String id, String caption) {
        return new Maker(id, caption);
    }

    /** Puts a table together. */
    public static final class Maker {
        private record Head(String key, String label, boolean number) {}

        private final String id;
        private final String caption;
        private final List<Head> heads = new ArrayList<>();
        private final List<Row> totals = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private List<String> sortable = List.of();
        private String sort;
        private String address;
        private boolean sortHere;
        private String xlsx;
        private String empty = "";
        private String first;
        private String next;

        private Maker(String id, String caption) {
            this.id = id;
            this.caption = caption;
        }

        public Maker text(String key, String label) {
            heads.add(new Head(key, label, false));
            return this;
        }

        public Maker number(String key, String label) {
            heads.add(new Head(key, label, true));
            return this;
        }

        public Maker row(List<Cell> cells) {
            rows.add(new Row(List.copyOf(cells), null));
            return this;
        }

        public Maker row(List<Cell> cells, String grade) {
            rows.add(new Row(List.copyOf(cells), grade));
            return this;
        }

        public Maker total(List<Cell> cells, String grade) {
            totals.add(new Row(List.copyOf(cells), grade));
            return this;
        }

        /** Every column sorts, by what is in the rows. {@code address} has a query already. */
        public Maker sorted(String by, String atAddress) {
            sortable = heads.stream().map(Head::key).toList();
            sort = by;
            address = atAddress;
            sortHere = true;
            return this;
        }

        /** The rows come sorted; these columns may be asked for. */
        public Maker sortedThere(String by, String atAddress, List<String> columns) {
            sortable = columns;
            sort = by;
            address = atAddress;
            return this;
        }

        public Maker xlsx(String at) {
            xlsx = at;
            return this;
        }

        public Maker whenEmpty(String text) {
            empty = text;
            return this;
        }

        public Maker first(String at) {
            first = at;
            return this;
        }

        public Maker next(String at) {
            next = at;
            return this;
        }

        public Table make() {
            if (sortHere) sortRows();
            return new Table(
                    id,
                    caption,
                    heads.stream().map(this::column).toList(),
                    List.copyOf(totals),
                    List.copyOf(rows),
                    xlsx,
                    empty,
                    first,
                    next);
        }

        private Column column(Head head) {
            boolean down = ("-" + head.key).equals(sort);
            boolean up = head.key.equals(sort);
            if (!sortable.contains(head.key)) return new Column(head.key, head.label, head.number, null, null);
            // Of numbers one looks for the largest first.
            String asked = head.number ? down ? head.key : "-" + head.key : up ? "-" + head.key : head.key;
            String href = address + (address.contains("?") ? "&" : "?") + "sort=" + asked;
            return new Column(head.key, head.label, head.number, href, up ? "ascending" : down ? "descending" : null);
        }

        private void sortRows() {
            if (sort == null || sort.isBlank()) return;
            boolean down = sort.startsWith("-");
            String key = down ? sort.substring(1) : sort;
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).key.equals(key)) {
                    rows.sort(by(i, down));
                    return;
                }
            }
        }

        /** What is missing comes last either way. */
        @SuppressWarnings("unchecked")
        private static Comparator<Row> by(int column, boolean down) {
            Comparator<Comparable<Object>> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return Comparator.comparing(
                    row -> (Comparable<Object>) row.cells().get(column).value(), Comparator.nullsLast(order));
        }
    }
}
