package org.jielian.foundation.imports;

import java.util.UUID;

/** An importer whose imports can be taken back as a whole, as long as nothing builds on what they brought. */
public interface UndoableImporter extends RowImporter {
    /**
     * Claims everything that an import added or changed, so that nobody builds on it from now on. In a transaction, in the name of the
     * person who asks.
     *
     * @param undo the job that will take it back
     * @param expected how many things the import added or changed
     * @throws org.jielian.foundation.problems.ProblemException that says what was built on it and how often; nothing is claimed then
     */
    void claim(UUID job, UUID undo, long expected);

    /**
     * Takes back some of what was claimed, in a transaction of the caller's.
     *
     * @return how many; 0 when nothing is left
     */
    int takeBack(UUID job, UUID undo, String reason, int most);
}
