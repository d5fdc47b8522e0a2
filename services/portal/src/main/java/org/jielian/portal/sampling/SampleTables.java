package org.jielian.portal.sampling;

import java.util.List;
import org.jielian.portal.clients.Sample;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** Samples as tables. */
record SampleTables(String address, Words words) {
    Table list(List<Sample> samples) {
        Table.Maker table = Table.called("samples", words.get("menuSamples"))
                .text("period", words.get("period"))
                .text("who", words.get("inTheHat"))
                .number("share", words.get("share") + " %")
                .number("population", words.get("population"))
                .number("drawn", words.get("drawn"))
                .number("checked", words.get("checkedOf"))
                .number("findings", words.get("findingsFound"))
                .text("seed", words.get("seed"))
                .text("drawnAt", words.get("when"))
                .text("drawnBy", words.get("who"));
        for (Sample s : samples) {
            table.row(List.of(
                    Cell.link(s.period(), address + "/" + s.id()),
                    Cell.text(words.get(s.below() ? "unitsHereAndBelow" : "directOnly")),
                    Cell.number(s.share().movePointRight(2), 2),
                    Cell.count(s.population()),
                    Cell.count(s.drawn()),
                    Cell.bar(
                            s.checked() + "/" + s.drawn(),
                            s.checked(),
                            s.checked() == s.drawn() ? "good" : "fair",
                            s.checked(),
                            s.drawn()),
                    Cell.count(s.findings()),
                    Cell.text(s.seed()),
                    Cell.text(words.time(s.drawnAt())),
                    Cell.text(s.drawnBy())));
        }
        return table.whenEmpty(words.get("noSample")).xlsx(address + ".xlsx").make();
    }

    Table units(Sample sample) {
        Table.Maker table = Table.called("drawn", words.get("sampleOf", sample.period()))
                .text("code", words.get("unitCode"))
                .text("name", words.get("unitName"))
                .text("type", words.get("institutionType"))
                .text("result", words.get("checkResult"))
                .text("note", words.get("checkNote"))
                .text("at", words.get("when"))
                .text("by", words.get("who"));
        for (Sample.Drawn u : sample.units()) {
            table.row(List.of(
                    Cell.text(u.unitCode()),
                    Cell.text(u.name()),
                    Cell.text(words.get("type" + u.type())),
                    Cell.text(words.get("check" + (u.result() == null ? "NONE" : u.result()))),
                    Cell.text(u.note()),
                    Cell.text(u.checkedAt() == null ? null : words.time(u.checkedAt())),
                    Cell.text(u.checkedBy())));
        }
        return table.make();
    }
}
