package org.jielian.foundation.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;

/** Counts what became of some rows. Each row is told exactly once as added, changed, unchanged or refused. */
public final class Tally {
    /** A row to be shown. */
    record Shown(Fate fate, TableRow row, Map<String, String> before) {}

    private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);
    private final Map<Fate, Long> room;
    private final List<Shown> shown = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();

    /** A count that shows no rows. */
    public Tally() {
        this(Map.of());
    }

    /** How many rows of each kind may still be shown. */
    Tally(Map<Fate, Long> room) {
        this.room = room;
    }

    public void added(TableRow row) {
        count(Fate.ADDED, row, null);
    }

    /**
     * The row says something else than what stands there.
     *
     * @param before former texts by column, of the columns that differ; asked for only if the row is shown. A column that is not in the
     *     file loses its value.
     */
    public void changed(TableRow row, Supplier<Map<String, String>> before) {
        count(Fate.CHANGED, row, before);
    }

    public void unchanged(TableRow row) {
        count(Fate.UNCHANGED, row, null);
    }

    /** The row can't be taken, for one reason or more; each reason is named at its cell. */
    public void refused(TableRow row, List<RowError> reasons) {
        count(Fate.REFUSED, row, null);
        errors.addAll(reasons);
    }

    /** The row can't be taken because of one cell. */
    public void refused(TableRow row, String column, String code, Text message) {
        refused(row, List.of(RowError.at(row, column, code, message)));
    }

    /** What is worth a look in a row that is taken. */
    public void noted(List<RowError> findings) {
        errors.addAll(findings);
    }

    private void count(Fate fate, TableRow row, Supplier<Map<String, String>> before) {
        long already = counts.merge(fate, 1L, Long::sum) - 1;
        if (already < room.getOrDefault(fate, 0L)) {
            shown.add(new Shown(fate, row, before == null ? null : before.get()));
        }
    }

    long count(Fate fate) {
        return counts.getOrDefault(fate, 0L);
    }

    List<Shown> shown() {
        return shown;
    }

    /** In the order of the file; an importer looks at some rows later than at others. */
    List<RowError> errors() {
        return errors.stream().sorted(Comparator.comparingLong(RowError::line)).toList();
    }
}
