package org.jielian.foundation.imports;

import java.util.List;
import org.jielian.foundation.tabular.TableRow;

/** What a feature does with the rows of a file of its kind; a bean each. The machinery around it is {@link ImportJobs}. */
public interface RowImporter {
    /** Stable name of the kind of file: {@code units}, {@code reports}. */
    String kind();

    /** Columns a file must have, in lower case. */
    List<String> requiredColumns();

    /** Columns it may have. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** Begins with a file. Called in the name of the person who brought it, in a transaction. */
    Session begin();

    /** One file's import; keeps what rows have to be compared with across the whole file. */
    interface Session {
        /**
         * Applies some rows, in the order of the file, in one transaction of the caller's. Defects of a row go to the tally and leave
         * the other rows alone; an exception fails the import at this place. A dry run rolls the transaction back.
         */
        void apply(List<TableRow> rows, Tally tally);

        /** Rows that an import interrupted by a crash had applied already, for whoever looks for repetitions. */
        default void recall(List<TableRow> rows) {}
    }
}
