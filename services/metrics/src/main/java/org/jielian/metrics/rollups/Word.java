package org.jielian.metrics.rollups;

import java.util.List;
import java.util.Objects;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;

/**
 * What a contributor said last. A new word replaces the one before, so that a correction, a withdrawal, a duplicate and a move are all
 * the same case: the cells are told the difference between two words.
 *
 * @param version of the fact behind it
 * @param into key of the cell it adds to; {@code null} when it counts nowhere
 * @param said what it adds there
 */
record Word(long version, String into, Contribution said) {
    /** The word of a contributor that was never heard. */
    static final Word SILENCE = new Word(Long.MIN_VALUE, null, Contribution.NONE);

    /** Something to be added to a cell. */
    record Change(String cell, Contribution difference) {}

    static Word of(ReportState report) {
        boolean counts = report.countsIn() != null && report.status() != ReportState.Status.WITHDRAWN;
        if (!counts)
            return new Word(
                    report.version(), null, new Contribution(Adding.NOTHING, Adding.NOTHING, report.changedAt()));
        var countsIn = report.countsIn();
        Cell cell = new Cell(countsIn.regionCode(), report.period(), countsIn.type());
        return new Word(report.version(), cell.key(), Contribution.of(report));
    }

    static Word of(RollupState total, Cell into) {
        return new Word(total.version(), into == null ? null : into.key(), Contribution.of(total));
    }

    /** What the cells have to add so that they hold this word instead of the one before. */
    List<Change> since(Word before) {
        if (Objects.equals(into, before.into)) {
            // A change that moves no figure still makes the cell as fresh as the change.
            boolean nothing =
                    said.since(before.said).addsNothing() && !said.asOf().isAfter(before.said.asOf());
            return into == null || nothing ? List.of() : List.of(new Change(into, said.since(before.said)));
        }
        if (before.into == null) return List.of(new Change(into, said));
        Change takenBack = new Change(
                before.into, new Contribution(Adding.NOTHING, Adding.NOTHING, said.asOf()).since(before.said));
        return into == null ? List.of(takenBack) : List.of(takenBack, new Change(into, said));
    }
}
