package org.jielian.portal.inspections;

import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** Inspections, plans and problems in tables. */
final class InspectionTables {
    private final Words words;

    InspectionTables(CurrentLanguage language) {
        this.words = language.words();
    }

    Table.Maker inspections(List<Inspection.Line> lines) {
        Table.Maker table = Table.called("inspections", words.get("menuInspections"))
                .text("unit", words.get("inspectedUnit"))
                .text("day", words.get("inspectionDay"))
                .text("kind", words.get("inspectionKind"))
                .text("plan", words.get("inspectionPlan"))
                .text("inspecting", words.get("inspectedBy"))
                .text("inspectors", words.get("inspectors"))
                .text("status", words.get("state"))
                .text("due", words.get("inspectionDue"))
                .number("problems", words.get("inspectionProblems"))
                .whenEmpty(words.get("noInspections"));
        for (Inspection.Line l : lines) {
            table.row(
                    List.of(
                            Cell.link(l.unitName(), "/inspections/" + l.id()),
                            Cell.text(l.day().toString()),
                            Cell.text(words.get("inspectionKind" + l.kind())),
                            Cell.text(l.planName()),
                            Cell.text(l.inspectingName() == null ? l.inspecting() : l.inspectingName()),
                            Cell.text(String.join("、", l.inspectors())),
                            Cell.text(words.get("inspectionStatus" + l.status())),
                            Cell.graded(
                                    l.due() == null
                                            ? words.get("none")
                                            : l.due().toString(),
                                    l.due() == null ? null : l.due().toString(),
                                    l.late() ? "worse" : null),
                            Cell.count(l.problems())),
                    l.late() ? "warn" : null);
        }
        return table;
    }

    Table.Maker plans(List<Plan> plans, String home) {
        Table.Maker table = Table.called("plans", words.get("inspectionPlans"))
                .text("plan", words.get("inspectionPlan"))
                .text("kind", words.get("inspectionKind"))
                .text("region", words.get("planOf"))
                .text("from", words.get("planFrom"))
                .text("to", words.get("planTo"))
                .number("units", words.get("unitsInspected"))
                .number("finished", words.get("inspectionsFinished"))
                .number("problems", words.get("inspectionProblems"))
                .whenEmpty(words.get("noPlans"));
        for (Plan p : plans) {
            table.row(List.of(
                    Cell.link(p.name(), home + "/plans/" + p.id()),
                    Cell.text(words.get("inspectionKind" + p.kind())),
                    Cell.text(p.regionName() == null ? p.region() : p.regionName()),
                    Cell.text(p.from().toString()),
                    Cell.text(p.to().toString()),
                    Cell.count(p.inspections().units()),
                    Cell.count(p.inspections().finished()),
                    Cell.count(p.inspections().problems())));
        }
        return table;
    }

    Table.Maker problems(List<Rectification.Line> lines) {
        Table.Maker table = Table.called("problems", words.get("menuRectifications"))
                .text("problem", words.get("problem"))
                .text("unit", words.get("inspectedUnit"))
                .text("clause", words.get("clause"))
                .text("found", words.get("problemFound"))
                .text("term", words.get("problemTerm"))
                .text("deadline", words.get("problemDeadline"))
                .text("responsible", words.get("responsible"))
                .text("issuer", words.get("servedByRegion"))
                .text("column", words.get("state"))
                .whenEmpty(words.get("noProblems"));
        for (Rectification.Line l : lines) {
            String grade = "OVERDUE".equals(l.column()) ? "worse" : null;
            table.row(
                    List.of(
                            Cell.link(l.number() + " · " + l.no(), "/rectifications/" + l.notice() + "#p" + l.no()),
                            Cell.text(l.unitName()),
                            Cell.text(l.clause()),
                            Cell.text(l.found()),
                            Cell.text(words.get("problemTerm" + l.term())),
                            Cell.text(l.deadline().toString()),
                            Cell.text(l.responsible()),
                            Cell.text(l.issuerName() == null ? l.issuer() : l.issuerName()),
                            Cell.graded(words.get("boardColumn" + l.column()), l.column(), grade)),
                    grade);
        }
        return table;
    }

    /** @param homes where each region's own board is; a region without one does not lead anywhere */
    Table.Maker board(List<Rectification.Part> parts, Map<String, String> homes) {
        Table.Maker table = Table.called("regions", words.get("rectificationByRegion"))
                .text("region", words.get("region"))
                .number("all", words.get("problemsAll"));
        BoardView.COLUMNS.forEach(c -> table.number(c, words.get("boardColumn" + c)));
        for (Rectification.Part p : parts) {
            Cell name = homes.containsKey(p.regionCode())
                    ? Cell.link(p.name(), homes.get(p.regionCode()))
                    : Cell.text(words.get("ownUnitsOf", p.name()));
            List<Cell> cells = new java.util.ArrayList<>(List.of(name, Cell.count(p.all())));
            BoardView.COLUMNS.forEach(c -> cells.add(Cell.count(p.columns().getOrDefault(c, 0L))));
            table.row(cells, p.columns().getOrDefault("OVERDUE", 0L) > 0 ? "warn" : null);
        }
        return table;
    }

    Table history(List<Inspection.Happened> steps) {
        Table.Maker table = history();
        for (Inspection.Happened s : steps) {
            table.row(List.of(
                    Cell.text(words.time(s.at())),
                    Cell.text(s.node() == null ? s.by() : s.by() + " (" + s.node() + ")"),
                    Cell.text(words.get("inspectionAction" + s.action())),
                    Cell.text(s.word())));
        }
        return table.make();
    }

    Table historyOfNotice(List<Rectification.Happened> steps) {
        Table.Maker table = history();
        for (Rectification.Happened s : steps) {
            String step = words.get("problemAction" + s.action());
            table.row(List.of(
                    Cell.text(words.time(s.at())),
                    Cell.text(s.node() == null ? s.by() : s.by() + " (" + s.node() + ")"),
                    Cell.text(s.no() == 0 ? step : step + " · " + words.get("problemNo", s.no())),
                    Cell.text(s.word())));
        }
        return table.make();
    }

    private Table.Maker history() {
        return Table.called("history", words.get("taskHistory"))
                .text("at", words.get("when"))
                .text("who", words.get("who"))
                .text("action", words.get("taskStep"))
                .text("reason", words.get("taskWord"));
    }
}
