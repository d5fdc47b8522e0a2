package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.imports.RowError;
import org.jielian.foundation.imports.Tally;
import org.jielian.foundation.imports.UndoableImporter;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.reports.RecordingReports.Outcome;
import org.jielian.metrics.reports.Remarks.Basis;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.MonthsOfFile;

/** Files of reports: one row a unit and month. */
@Singleton
class ReportsImporter implements UndoableImporter {
    /** Why a row deviates, or changes what was accepted or closed. */
    private static final String EXPLANATION = "explanation";
    /** Free words beside the figures. */
    private static final String NOTE = "note";

    @Inject
    Quantities quantities;

    @Inject
    ReadingDrafts reading;

    @Inject
    RecordingReports recording;

    @Inject
    UndoingReports undoing;

    @Inject
    Homes homes;

    @Inject
    CheckingDrafts checking;

    @Inject
    Access access;

    @Inject
    Person person;

    @Override
    public String kind() {
        return "reports";
    }

    @Override
    public Set<String> roles() {
        return Set.of("reporter", "administrator", Person.OPERATOR);
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("unit_code", "period", "headcount", "floor_area_m2");
    }

    @Override
    public List<String> optionalColumns() {
        return Stream.of(
                        quantities.all().stream().map(Quantity::column),
                        quantities.all().stream().map(Quantity::basisColumn).filter(Objects::nonNull),
                        Stream.of(EXPLANATION, NOTE))
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public void claim(UUID job, UUID undo, long expected) {
        undoing.claim(job, undo, expected);
    }

    @Override
    public int takeBack(UUID job, UUID undo, String reason, int most) {
        return undoing.takeBack(job, undo, reason, most);
    }

    /** The name beside the code and last month's figures stand in a template for people to read. */
    @Override
    public boolean ignores(String column) {
        return column.equals("unit_name") || column.startsWith("previous_");
    }

    @Override
    public Session begin(UUID job) {
        return new FileOfReports(access.scopePath(), job);
    }

    private record Row(TableRow row, Draft draft) {}

    /** Rows that can be recorded, and where they belong. */
    private record Placed(List<Row> rows, Map<Report.Key, Whereabouts> where) {
        List<Draft> drafts() {
            return rows.stream().map(Row::draft).toList();
        }
    }

    private final class FileOfReports implements Session {
        private final String scope;
        private final UUID job;
        /** Line of each unit and month seen in this file. */
        private final Map<Report.Key, Long> lines = new HashMap<>();

        private final MonthsOfFile months = new MonthsOfFile();

        FileOfReports(String scope, UUID job) {
            this.scope = scope;
            this.job = job;
        }

        @Override
        public void recall(List<TableRow> rows) {
            for (TableRow row : rows) {
                Draft draft = reading.read(raw(row));
                if (draft.isSound()) lines.putIfAbsent(draft.key(), row.line());
            }
        }

        @Override
        public void apply(List<TableRow> rows, Tally tally) {
            List<Row> sound = sound(rows, tally);
            if (sound.isEmpty()) return;
            homes.lock(sound.stream().map(r -> r.draft().unitCode()).toList());
            take(place(sound, tally), tally, false);
        }

        /** Writes nothing and holds nobody up. */
        @Override
        public void preview(List<TableRow> rows, Tally tally) {
            List<Row> sound = sound(rows, tally);
            if (!sound.isEmpty()) take(place(sound, tally), tally, true);
        }

        private void take(Placed placed, Tally tally, boolean preview) {
            Map<Report.Key, Report> present = recording.present(placed.drafts());
            List<Row> rows = unopposed(free(placed.rows(), present, tally), placed.where(), present, tally);
            List<Draft> drafts = rows.stream().map(Row::draft).toList();
            Map<Report.Key, Figures> before = figures(present);
            Map<Report.Key, Outcome> outcomes = preview
                    ? recording.preview(drafts, placed.where(), present)
                    : recording.take(drafts, placed.where(), present, job);
            for (Row r : rows)
                tell(r, outcomes.get(r.draft().key()), before.get(r.draft().key()), tally);
        }

        private List<Row> sound(List<TableRow> rows, Tally tally) {
            List<Row> sound = new ArrayList<>(rows.size());
            for (TableRow row : rows) {
                Draft draft = reading.read(raw(row));
                if (!row.isComplete()) tally.refused(row, null, "CELL_COUNT", cellCount(row));
                else if (!draft.isSound()) tally.refused(row, errors(row, draft));
                else if (repeats(row, draft)) tally.refused(row, "period", "DUPLICATE_ROW", repeated(draft));
                else sound.add(new Row(row, draft));
            }
            return sound;
        }

        private Placed place(List<Row> sound, Tally tally) {
            Map<Report.Key, Whereabouts> where =
                    homes.of(sound.stream().map(r -> r.draft().key()).toList());
            Placed placed = new Placed(new ArrayList<>(sound.size()), new LinkedHashMap<>());
            for (Row r : sound) {
                Whereabouts home = where.get(r.draft().key());
                if (home == null) tally.refused(r.row(), "unit_code", "UNKNOWN_UNIT", unknownUnit());
                else if (!mayActFor(r.draft().unitCode(), home))
                    tally.refused(r.row(), "unit_code", "NOT_YOURS", notYours());
                else if (home.countsIn() == null) tally.refused(r.row(), "period", "NOT_EXPECTED", notExpected());
                else {
                    placed.rows().add(r);
                    placed.where().put(r.draft().key(), home);
                }
            }
            return placed;
        }

        private static List<Row> free(List<Row> rows, Map<Report.Key, Report> present, Tally tally) {
            List<Row> free = new ArrayList<>(rows.size());
            for (Row r : rows) {
                Report there = present.get(r.draft().key());
                if (there == null || !there.isBeingUndone()) free.add(r);
                else tally.refused(r.row(), "period", "BEING_UNDONE", beingUndone());
            }
            return free;
        }

        private static Map<Report.Key, Figures> figures(Map<Report.Key, Report> reports) {
            Map<Report.Key, Figures> figures = new HashMap<>();
            reports.forEach((key, report) -> figures.put(key, report.figures()));
            return figures;
        }

        private void tell(Row r, Outcome outcome, Figures before, Tally tally) {
            switch (outcome) {
                case ADDED -> tally.added(r.row());
                case CHANGED ->
                    tally.changed(
                            r.row(),
                            () -> differences(
                                    before, r.draft().keeping(before.remarks()).figures()));
                case UNCHANGED -> tally.unchanged(r.row());
                case REASON_MISSING ->
                    tally.refused(r.row(), EXPLANATION, "REASON_REQUIRED", ReasonsRequired.fileText());
            }
        }

        /** Those that may be recorded, with what was found in them; the others are refused. */
        private List<Row> unopposed(
                List<Row> rows, Map<Report.Key, Whereabouts> where, Map<Report.Key, Report> present, Tally tally) {
            List<Draft> checked = checking.checked(rows.stream().map(Row::draft).toList(), where, months);
            List<Row> unopposed = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                TableRow row = rows.get(i).row();
                List<Finding> objections = checking.objections(checked.get(i));
                // what stands there was explained, or let pass, when it was recorded
                if (stands(checked.get(i), present.get(checked.get(i).key()))) {
                    unopposed.add(new Row(row, checked.get(i)));
                } else if (objections.isEmpty()) {
                    unopposed.add(new Row(row, checked.get(i)));
                    tally.noted(errors(row, checked.get(i).findings(), false));
                } else {
                    tally.refused(row, errors(row, objections, true));
                }
            }
            return unopposed;
        }

        private static boolean stands(Draft draft, Report there) {
            return there != null
                    && there.status() != ReportState.Status.WITHDRAWN
                    && there.figures()
                            .sameAs(draft.keeping(there.figures().remarks()).figures());
        }

        private boolean mayActFor(String unit, Whereabouts home) {
            return person.isOperator()
                    || unit.equals(person.node())
                    || home.unitPath().equals(scope + unit + "/");
        }

        private boolean repeats(TableRow row, Draft draft) {
            return lines.putIfAbsent(draft.key(), row.line()) != null;
        }

        private Text repeated(Draft draft) {
            return Text.of(
                    "与第 %s 行是同一单位同一月份，以先出现的为准",
                    "the same unit and month as line %s, which was taken", lines.get(draft.key()));
        }
    }

    /** What stood there before, by column, where the new figures say something else. */
    private Map<String, String> differences(Figures before, Figures now) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Quantity quantity : quantities.all()) {
            BigDecimal was = before.quantities().get(quantity.code());
            differs(texts, quantity.column(), was, now.quantities().get(quantity.code()));
        }
        differs(texts, "headcount", before.headcount(), now.headcount());
        differs(texts, "floor_area_m2", before.floorArea(), now.floorArea());
        remarksDiffer(texts, before.remarks(), now.remarks());
        return texts;
    }

    private void remarksDiffer(Map<String, String> texts, Remarks before, Remarks now) {
        for (Quantity quantity : quantities.all()) {
            Basis was = before.bases().get(quantity.code());
            if (quantity.basisColumn() != null && was != now.bases().get(quantity.code()))
                texts.put(quantity.basisColumn(), was == null ? null : was.name());
        }
        if (!Objects.equals(before.note(), now.note())) texts.put(NOTE, before.note());
    }

    private static void differs(Map<String, String> texts, String column, BigDecimal was, BigDecimal is) {
        boolean same = was == null || is == null ? was == is : was.compareTo(is) == 0;
        if (!same) texts.put(column, was == null ? null : was.toPlainString());
    }

    private Draft.Raw raw(TableRow row) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Quantity quantity : quantities.all()) texts.put(quantity.code(), row.get(quantity.column()));
        return new Draft.Raw(
                row.get("unit_code"),
                row.get("period"),
                texts,
                row.get("headcount"),
                row.get("floor_area_m2"),
                remarks(row));
    }

    /** The column a finding is about; {@code null} when it is about the row as a whole. */
    private String column(Finding finding) {
        return switch (finding.field()) {
            case "*" -> null;
            case "headcount" -> "headcount";
            case "floorArea" -> "floor_area_m2";
            default ->
                quantities
                        .find(finding.field().substring("quantities.".length()))
                        .column();
        };
    }

    private Draft.RawRemarks remarks(TableRow row) {
        Map<String, String> bases = new LinkedHashMap<>();
        for (Quantity quantity : quantities.all()) {
            String basis = quantity.basisColumn() == null ? null : row.get(quantity.basisColumn());
            if (basis != null) bases.put(quantity.code(), basis);
        }
        String explanation = row.get(EXPLANATION);
        return new Draft.RawRemarks(bases, row.get(NOTE), explanation == null ? null : Map.of("*", explanation));
    }

    /** Findings at their cells; one nobody explained refuses the row, whatever it weighs otherwise. */
    private List<RowError> errors(TableRow row, List<Finding> findings, boolean refuses) {
        return findings.stream()
                .map(f -> RowError.at(
                        row,
                        column(f),
                        f.code(),
                        refuses
                                ? RowError.Severity.HARD
                                : RowError.Severity.valueOf(f.severity().name()),
                        f.rule(),
                        f.expected(),
                        f.message()))
                .toList();
    }

    private static List<RowError> errors(TableRow row, Draft draft) {
        Stream<RowError> errors =
                draft.defects().stream().map(d -> RowError.at(row, d.column(), d.code(), d.message()));
        return errors.toList();
    }

    private static Text cellCount(TableRow row) {
        return Text.of(
                "本行有 %s 个单元格，表头有 %s 列",
                "the row has %s cells, the header %s columns",
                row.cells().size(),
                row.header().size());
    }

    private static Text unknownUnit() {
        return Text.of("名录中没有该单位，或不在您的管辖范围内", "not in the register, or outside your part of the chain");
    }

    private static Text beingUndone() {
        return Text.of("此前的导入正在撤销，请稍后再导入", "an earlier import of it is being undone; import it again later");
    }

    private static Text notYours() {
        return Text.of("该单位由下级管理，只能由其本级填报", "the unit is administered further down and reports there");
    }

    private static Text notExpected() {
        return Text.of("该单位当月尚未登记或已注销", "the unit was not registered yet, or closed already, in that month");
    }
}
