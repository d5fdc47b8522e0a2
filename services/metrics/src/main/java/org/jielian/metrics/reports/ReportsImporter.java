package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.imports.RowError;
import org.jielian.foundation.imports.RowImporter;
import org.jielian.foundation.imports.Tally;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.MonthsOfFile;

/** Files of reports: one row a unit and month. */
@Singleton
class ReportsImporter implements RowImporter {
    /** Why a row deviates, or changes what was accepted or closed. */
    private static final String EXPLANATION = "explanation";

    @Inject
    Quantities quantities;

    @Inject
    ReadingDrafts reading;

    @Inject
    RecordingReports recording;

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
    public List<String> requiredColumns() {
        return List.of("unit_code", "period", "headcount", "floor_area_m2");
    }

    @Override
    public List<String> optionalColumns() {
        return Stream.concat(quantities.all().stream().map(Quantity::column), Stream.of(EXPLANATION))
                .toList();
    }

    @Override
    public Session begin() {
        return new FileOfReports(access.scopePath());
    }

    private record Row(TableRow row, Draft draft) {}

    private final class FileOfReports implements Session {
        private final String scope;
        /** Line of each unit and month seen in this file. */
        private final Map<Report.Key, Long> lines = new HashMap<>();

        private final MonthsOfFile months = new MonthsOfFile();

        FileOfReports(String scope) {
            this.scope = scope;
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
            List<Row> sound = new ArrayList<>(rows.size());
            for (TableRow row : rows) {
                Draft draft = reading.read(raw(row));
                if (!row.isComplete()) tally.refused(row, null, "CELL_COUNT", cellCount(row));
                else if (!draft.isSound()) tally.refused(errors(row, draft));
                else if (repeats(row, draft)) tally.refused(row, "period", "DUPLICATE_ROW", repeated(draft));
                else sound.add(new Row(row, draft));
            }
            if (!sound.isEmpty()) record(sound, tally);
        }

        private void record(List<Row> sound, Tally tally) {
            homes.lock(sound.stream().map(r -> r.draft().unitCode()).toList());
            Map<Report.Key, Whereabouts> where =
                    homes.of(sound.stream().map(r -> r.draft().key()).toList());
            List<Row> placed = new ArrayList<>(sound.size());
            Map<Report.Key, Whereabouts> placedAt = new LinkedHashMap<>();
            for (Row r : sound) {
                Whereabouts home = where.get(r.draft().key());
                if (home == null) tally.refused(r.row(), "unit_code", "UNKNOWN_UNIT", unknownUnit());
                else if (!mayActFor(r.draft().unitCode(), home))
                    tally.refused(r.row(), "unit_code", "NOT_YOURS", notYours());
                else if (home.countsIn() == null) tally.refused(r.row(), "period", "NOT_EXPECTED", notExpected());
                else {
                    placed.add(r);
                    placedAt.put(r.draft().key(), home);
                }
            }
            Map<Report.Key, TableRow> rows = new HashMap<>();
            sound.forEach(r -> rows.put(r.draft().key(), r.row()));
            recording.record(unopposed(placed, placedAt, tally), placedAt, null).forEach((key, outcome) -> {
                switch (outcome) {
                    case ADDED -> tally.added();
                    case CHANGED -> tally.changed();
                    case UNCHANGED -> tally.unchanged();
                    case REASON_MISSING ->
                        tally.refused(rows.get(key), EXPLANATION, "REASON_REQUIRED", ReasonsRequired.fileText());
                }
            });
        }

        /** Those that may be recorded, with what was found in them; the others are refused. */
        private List<Draft> unopposed(List<Row> rows, Map<Report.Key, Whereabouts> where, Tally tally) {
            List<Draft> checked = checking.checked(rows.stream().map(Row::draft).toList(), where, months);
            List<Draft> unopposed = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                TableRow row = rows.get(i).row();
                List<Finding> objections = checking.objections(checked.get(i));
                if (objections.isEmpty()) unopposed.add(checked.get(i));
                else
                    tally.refused(objections.stream()
                            .map(f -> RowError.at(row, column(f), f.code(), f.message()))
                            .toList());
            }
            return unopposed;
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

    private Draft.Raw raw(TableRow row) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Quantity quantity : quantities.all()) texts.put(quantity.code(), row.get(quantity.column()));
        return new Draft.Raw(
                row.get("unit_code"),
                row.get("period"),
                texts,
                row.get("headcount"),
                row.get("floor_area_m2"),
                explained(row.get(EXPLANATION)));
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

    private static Draft.RawRemarks explained(String explanation) {
        return explanation == null ? Draft.RawRemarks.NONE : new Draft.RawRemarks(null, null, Map.of("*", explanation));
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

    private static Text notYours() {
        return Text.of("该单位由下级管理，只能由其本级填报", "the unit is administered further down and reports there");
    }

    private static Text notExpected() {
        return Text.of("该单位当月尚未登记或已注销", "the unit was not registered yet, or closed already, in that month");
    }
}
