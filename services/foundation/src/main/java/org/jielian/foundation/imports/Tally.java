package org.jielian.foundation.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;

/** Counts what became of some rows. Each row is told exactly once as added, changed, unchanged or refused. */
public final class Tally {
    private long added;
    private long changed;
    private long unchanged;
    private long refused;
    private final List<RowError> errors = new ArrayList<>();

    public void added() {
        added++;
    }

    public void changed() {
        changed++;
    }

    public void unchanged() {
        unchanged++;
    }

    /** The row can't be taken, for one reason or more; each reason is named at its cell. */
    public void refused(List<RowError> reasons) {
        refused++;
        errors.addAll(reasons);
    }

    /** The row can't be taken because of one cell. */
    public void refused(TableRow row, String column, String code, Text message) {
        refused(List.of(RowError.at(row, column, code, message)));
    }

    long countAdded() {
        return added;
    }

    long countChanged() {
        return changed;
    }

    long countUnchanged() {
        return unchanged;
    }

    long countRefused() {
        return refused;
    }

    /** In the order of the file; an importer looks at some rows later than at others. */
    List<RowError> errors() {
        return errors.stream().sorted(Comparator.comparingLong(RowError::line)).toList();
    }
}
