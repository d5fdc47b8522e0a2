package org.jielian.portal.files;

import java.math.BigDecimal;
import java.util.List;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** What was imported, by whom, and what came of it. */
final class ImportList {
    /**
     * One page of the list.
     *
     * @param base address of the page it stands on
     * @param next address of the following page; {@code null} on the last
     */
    static Table of(ImportKind kind, Listing<ImportJob> jobs, String base, String next, Words words) {
        Table.Maker table = Table.called(kind.code() + "-list", words.get("importList" + kind.code()))
                .text("at", words.get("importedAt"))
                .text("name", words.get("file"))
                .text("who", words.get("importedBy"))
                .text("state", words.get("state"))
                .number("added", words.get("added"))
                .number("changed", words.get("changed"))
                .number("unchanged", words.get("unchanged"))
                .number("refused", words.get("refusedRows"))
                .whenEmpty(words.get("noImports"));
        for (ImportJob job : jobs.items()) {
            String href = base + "/" + kind.code() + "/" + job.id();
            table.row(List.of(
                    Cell.link(words.time(job.startedAt()), href),
                    Cell.text(job.name()),
                    Cell.text(job.who()),
                    state(job, words),
                    Cell.count(job.added()),
                    Cell.count(job.changed()),
                    Cell.count(job.unchanged()),
                    refused(job)));
        }
        return table.next(next).make();
    }

    private static Cell refused(ImportJob job) {
        Cell count = Cell.count(job.refused());
        return job.refused() == 0 ? count : Cell.graded(count.text(), BigDecimal.valueOf(job.refused()), "poor");
    }

    private static Cell state(ImportJob job, Words words) {
        String state = state(job);
        String grade =
                switch (state) {
                    case "DONE" -> "good";
                    case "FAILED" -> "poor";
                    case "UNDONE" -> "none";
                    default -> "fair";
                };
        return Cell.graded(words.get("importState" + state), state, grade);
    }

    private static String state(ImportJob job) {
        if (job.isUndo() && job.good()) return "UNDO";
        if (job.undoneBy() != null) return "UNDONE";
        return job.waits() ? "WAITS" : job.state();
    }

    private ImportList() {}
}
