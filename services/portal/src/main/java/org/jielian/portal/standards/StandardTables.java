package org.jielian.portal.standards;

import java.time.Instant;
import java.util.List;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of the pages about standards. */
final class StandardTables {
    private final Words words;

    StandardTables(Words words) {
        this.words = words;
    }

    private Cell time(Instant at) {
        return at == null ? Cell.text(null) : new Cell(words.time(at), at, null, null, null, null, false);
    }

    private static Cell day(Object day) {
        return Cell.text(day == null ? null : day.toString());
    }

    private Cell state(String state) {
        String grade =
                switch (state) {
                    case "UNDELIVERED", "OPEN" -> "poor";
                    case "VOID", "SUPERSEDED", "WITHDRAWN" -> "none";
                    default -> null;
                };
        return Cell.graded(words.get("adoption" + state), state, grade);
    }

    /** What reached a region. */
    Table incoming(List<Told.AdoptionLine> lines, String home, String next) {
        Table.Maker table = Table.called("incoming", words.get("standardsIncoming"))
                .text("standard", words.get("standard"))
                .text("answer", words.get("state"))
                .text("due", words.get("answerBy"))
                .text("effectiveFrom", words.get("effectiveFrom"))
                .text("deliveredAt", words.get("deliveredAt"))
                .text("answeredAt", words.get("answeredAt"))
                .number("conflicts", words.get("conflicts"))
                .whenEmpty(words.get("noStandardFromAbove"))
                .next(next);
        for (Told.AdoptionLine line : lines) {
            AdoptionState a = line.adoption();
            table.row(List.of(
                    Cell.link(line.name() + " " + a.release(), home + "/incoming/" + a.release()),
                    state(a.answer().name()),
                    day(a.due()),
                    day(line.effectiveFrom()),
                    time(a.deliveredAt()),
                    time(a.answeredAt()),
                    Cell.count(a.conflicts())));
        }
        return table.make();
    }

    /** What a region issued itself. */
    Table releases(List<Told.ReleaseLine> lines, String home, String next) {
        Table.Maker table = Table.called("releases", words.get("ownReleases"))
                .text("release", words.get("release"))
                .text("status", words.get("state"))
                .text("adoption", words.get("cameAbout"))
                .text("effectiveFrom", words.get("effectiveFrom"))
                .number("edits", words.get("stricterHere"))
                .text("publishedAt", words.get("publishedAt"))
                .text("standing", words.get("standing"))
                .whenEmpty(words.get("noReleaseYet"))
                .next(next);
        for (Told.ReleaseLine line : lines) {
            table.row(List.of(
                    Cell.link(
                            line.name() + " " + line.key(),
                            home + "/releases/" + line.standardCode() + "/" + line.number()),
                    state(line.status()),
                    Cell.text(words.get("adoption" + line.adoption())),
                    day(line.effectiveFrom()),
                    Cell.count(line.edits()),
                    time(line.publishedAt()),
                    Cell.link(words.get("standing"), home + "/standing?origin=" + line.origin())));
        }
        return table.make();
    }

    /** What a region is still working on. */
    Table drafts(List<Told.DraftLine> lines, String home) {
        Table.Maker table = Table.called("drafts", words.get("drafts"))
                .text("name", words.get("standard"))
                .text("changedAt", words.get("changedAt"))
                .text("changedBy", words.get("draftChangedBy"))
                .whenEmpty(words.get("noDraft"));
        for (Told.DraftLine line : lines) {
            table.row(List.of(
                    Cell.link(line.name() + " " + line.standardCode(), home + "/drafts/" + line.id()),
                    time(line.changedAt()),
                    Cell.text(line.changedBy())));
        }
        return table.make();
    }

    /** What is different, place by place. */
    Table changes(List<Told.Change> changes, Labels labels) {
        Table.Maker table = Table.called("changes", words.get("whatChanges"))
                .text("place", words.get("place"))
                .text("before", words.get("before"))
                .text("after", words.get("after"))
                .text("effect", words.get("effect"))
                .whenEmpty(words.get("nothingChanges"));
        for (Told.Change change : changes) {
            table.row(List.of(
                    Cell.text(labels.of(change.place())),
                    Cell.text(change.before()),
                    Cell.text(change.after()),
                    Cell.text(words.get("effect" + change.effect()))));
        }
        return table.make();
    }

    /** Everything wrong with a file, at its place. */
    Table defects(List<UpstreamProblem.Field> errors, Labels labels) {
        Table.Maker table = Table.called("defects", words.get("defects"))
                .text("place", words.get("place"))
                .text("reason", words.get("defectReason"));
        errors.forEach(e -> table.row(List.of(Cell.text(labels.of(e.field())), Cell.text(e.message()))));
        return errors.isEmpty() ? null : table.make();
    }

    /** Regions below by how far a release has come. */
    Table standing(Told.Standing standing, String query, String xlsx, String next) {
        Table.Maker table = Table.called("standing", words.get("standing"))
                .text("name", words.get("region"))
                .text("state", words.get("state"))
                .text("due", words.get("answerBy"))
                .text("deliveredAt", words.get("deliveredAt"))
                .text("readAt", words.get("readAt"))
                .text("answeredAt", words.get("answeredAt"))
                .text("appliedAt", words.get("appliedAt"))
                .number("conflicts", words.get("conflicts"))
                .whenEmpty(words.get("noRegionBelow"))
                .xlsx(xlsx)
                .next(next);
        for (Told.StandingRow row : standing.items()) {
            String there = Addresses.region(Tier.valueOf(row.tier()), row.regionCode()) + "/standards/standing" + query;
            table.row(List.of(
                    Cell.link(row.name(), there),
                    state(row.state()),
                    day(row.due()),
                    time(row.deliveredAt()),
                    time(row.readAt()),
                    time(row.answeredAt()),
                    time(row.appliedAt()),
                    Cell.count(row.conflicts())));
        }
        return table.make();
    }

    /** How a unit's standard came about. */
    Table chain(List<Told.Link> chain) {
        Table.Maker table = Table.called("chain", words.get("chainOfReleases"))
                .text("region", words.get("region"))
                .text("release", words.get("release"))
                .text("adoption", words.get("cameAbout"))
                .number("edits", words.get("stricterHere"))
                .text("effectiveFrom", words.get("effectiveFrom"))
                .text("publishedAt", words.get("publishedAt"));
        for (Told.Link link : chain) {
            table.row(List.of(
                    Cell.text(link.regionName()),
                    Cell.text(link.key()),
                    Cell.text(words.get("adoption" + link.adoption())),
                    Cell.count(link.edits()),
                    day(link.effectiveFrom()),
                    time(link.publishedAt())));
        }
        return table.make();
    }

    /** Values and the tier that set each; what changed last is marked. */
    Table values(List<Told.Value> values, Told.Standard standard, Labels labels, String xlsx) {
        Table.Maker table = Table.called("values", words.get("myStandard"))
                .text("place", words.get("place"))
                .text("value", words.get("value"))
                .text("setBy", words.get("setBy"))
                .text("top", words.get("atTheTop"))
                .text("changed", words.get("changedLast"))
                .whenEmpty(words.get("noData"))
                .xlsx(xlsx);
        for (Told.Value value : values) {
            String setter = standard.chain().stream()
                    .filter(link -> link.regionCode().equals(value.setBy()))
                    .map(Told.Link::regionName)
                    .findFirst()
                    .orElse(value.setBy());
            boolean changed =
                    standard.changes().stream().anyMatch(c -> c.place().equals(value.place()));
            table.row(
                    List.of(
                            Cell.text(labels.of(value.place())),
                            Cell.text(value.value()),
                            Cell.text(setter),
                            Cell.text(value.top()),
                            Cell.text(changed ? words.get("changedMark") : "")),
                    changed ? "changed" : null);
        }
        return table.make();
    }
}
