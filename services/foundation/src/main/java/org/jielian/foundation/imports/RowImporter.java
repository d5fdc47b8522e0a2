package org.jielian.foundation.imports;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.tabular.TableRow;

/** What a feature does with the rows of a file of its kind; a bean each. The machinery around it is {@link ImportJobs}. */
public interface RowImporter {
    /** Stable name of the kind of file: {@code units}, {@code reports}. */
    String kind();

    /** Roles any of which lets a person bring such a file, and apply one that was looked at before. */
    Set<String> roles();

    /** Columns a file must have, in lower case. */
    List<String> requiredColumns();

    /** Columns it may have. */
    default List<String> optionalColumns() {
        return List.of();
    }

    /** Whether a column is only there for people to read and is passed over, such as the name beside a code. */
    default boolean ignores(String column) {
        return false;
    }

    /**
     * Begins with a file. Called in the name of the person who brought it, in a transaction.
     *
     * @param job the import's id, to be recorded with what it changes
     */
    Session begin(UUID job);

    /** One file's import; keeps what rows have to be compared with across the whole file. */
    interface Session {
        /**
         * Applies some rows, in the order of the file, in one transaction of the caller's. Defects of a row go to the tally and leave
         * the other rows alone; an exception fails the import at this place.
         */
        void apply(List<TableRow> rows, Tally tally);

        /** Tells what {@link #apply} would do. Whatever is written on the way is rolled back; an importer that need not write is quicker. */
        default void preview(List<TableRow> rows, Tally tally) {
            apply(rows, tally);
        }

        /** Rows that an import interrupted by a crash had applied already, for whoever looks for repetitions. */
        default void recall(List<TableRow> rows) {}
    }
}
