package org.jielian.supervision.standards;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Category;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Kind;
import org.jielian.contracts.StandardPackage.Quota;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.contracts.StandardPackage.Sense;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.contracts.StandardPackage.TargetKind;
import org.jielian.contracts.StandardPackage.Threshold;
import org.jielian.contracts.StandardPackage.Zone;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.ZipGuard;

/** A package as a workbook: one sheet for each part, one row for each thing, the columns named as in JSON. */
final class PackageWorkbook {
    private static final String SUMMARY = "概要";
    private static final String CATEGORIES = "类别";
    private static final String ITEMS = "指标";
    private static final String ZONES = "分区";
    private static final String QUOTAS = "定额";
    private static final String TARGETS = "目标";
    /** Excel computes with fifteen digits; what stands beyond them in the file is noise of its binary numbers. */
    private static final MathContext EXCEL = new MathContext(15);

    private static final Map<String, List<String>> COLUMNS = columns();

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(SUMMARY, List.of("coefficientSet", "passLine"));
        columns.put(CATEGORIES, List.of("code", "zh", "en", "points"));
        columns.put(
                ITEMS,
                List.of(
                        "code",
                        "category",
                        "zh",
                        "en",
                        "kind",
                        "function",
                        "indicator",
                        "points",
                        "binding",
                        "threshold",
                        "unit",
                        "sense",
                        "frequency",
                        "due",
                        "evidence"));
        columns.put(ZONES, List.of("regionCode", "zone"));
        List<String> quota = new ArrayList<>(List.of("type", "level", "zone", "heating", "indicator"));
        Arrays.stream(Bound.values()).map(Bound::name).forEach(quota::add);
        columns.put(QUOTAS, quota);
        columns.put(TARGETS, List.of("code", "zh", "en", "kind", "indicator", "baseYear", "year", "value"));
        return columns;
    }

    static void write(StandardPackage p, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Jielian", "1.0")) {
            sheet(workbook, SUMMARY, List.of(p), one -> Arrays.asList(one.coefficientSet(), one.passLine()));
            sheet(
                    workbook,
                    CATEGORIES,
                    p.categories(),
                    c -> Arrays.asList(c.code(), c.name().zh(), c.name().en(), c.points()));
            sheet(workbook, ITEMS, p.items(), PackageWorkbook::cells);
            sheet(workbook, ZONES, p.zones(), z -> Arrays.asList(z.regionCode(), z.zone()));
            sheet(workbook, QUOTAS, p.quotas(), PackageWorkbook::cells);
            sheet(workbook, TARGETS, p.targets(), PackageWorkbook::cells);
        }
    }

    private static List<Object> cells(Item i) {
        Threshold t = i.threshold();
        return Arrays.asList(
                i.code(),
                i.category(),
                i.name().zh(),
                i.name().en(),
                i.kind(),
                i.function(),
                i.indicator(),
                i.points(),
                i.binding(),
                t == null ? null : t.value(),
                t == null ? null : t.unit(),
                t == null ? null : t.sense(),
                i.frequency(),
                i.due(),
                i.evidence());
    }

    private static List<Object> cells(Quota q) {
        List<Object> cells = new ArrayList<>(Arrays.asList(q.type(), q.level(), q.zone(), q.heating(), q.indicator()));
        for (Bound bound : Bound.values()) cells.add(q.values().get(bound));
        return cells;
    }

    private static List<Object> cells(Target t) {
        return Arrays.asList(
                t.code(), t.name().zh(), t.name().en(), t.kind(), t.indicator(), t.baseYear(), t.year(), t.value());
    }

    private static <T> void sheet(Workbook workbook, String name, List<T> rows, Function<T, List<Object>> cells) {
        Worksheet sheet = workbook.newWorksheet(name);
        List<String> header = COLUMNS.get(name);
        for (int c = 0; c < header.size(); c++) sheet.value(0, c, header.get(c));
        sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
        int r = 1;
        for (T row : rows) {
            List<Object> values = cells.apply(row);
            for (int c = 0; c < values.size(); c++) {
                Object value = values.get(c);
                if (value instanceof Number number) sheet.value(r, c, number);
                else if (value != null) sheet.value(r, c, value.toString());
            }
            r++;
        }
    }

    /**
     * The package in a workbook.
     *
     * @throws org.jielian.foundation.problems.ProblemException UNREADABLE_FILE for missing sheets and columns, INVALID_PACKAGE with sheet,
     *     row and column of each cell that can't be read
     */
    static StandardPackage read(Path file) throws IOException {
        ZipGuard.inspect(file);
        List<Defect> defects = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<SheetRow> summary = rows(workbook, SUMMARY, defects);
            StandardPackage content = new StandardPackage(
                    summary.isEmpty() ? null : summary.get(0).text("coefficientSet"),
                    summary.isEmpty() ? null : summary.get(0).number("passLine"),
                    each(
                            workbook,
                            CATEGORIES,
                            defects,
                            r -> new Category(r.text("code"), r.name(), r.number("points"))),
                    each(workbook, ITEMS, defects, PackageWorkbook::item),
                    each(workbook, ZONES, defects, r -> new Zone(r.text("regionCode"), r.text("zone"))),
                    each(workbook, QUOTAS, defects, PackageWorkbook::quota),
                    each(workbook, TARGETS, defects, PackageWorkbook::target));
            if (!defects.isEmpty()) throw StandardProblem.INVALID_PACKAGE.at(defects);
            return content;
        } catch (ExcelReaderException e) {
            throw CommonProblem.UNREADABLE_FILE.because("xlsx 文件已损坏", "the xlsx file is damaged");
        }
    }

    private static Item item(SheetRow r) {
        boolean threshold = r.text("threshold") != null || r.text("unit") != null || r.text("sense") != null;
        return new Item(
                r.text("code"),
                r.text("category"),
                r.name(),
                r.choice("kind", Kind.class),
                r.choice("function", ScoringFunction.class),
                r.choice("indicator", Indicator.class),
                r.number("points"),
                r.flag("binding"),
                threshold ? new Threshold(r.number("threshold"), r.text("unit"), r.choice("sense", Sense.class)) : null,
                r.whole("frequency"),
                r.text("due"),
                r.text("evidence"));
    }

    private static Quota quota(SheetRow r) {
        Map<Bound, BigDecimal> values = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            BigDecimal value = r.number(bound.name());
            if (value != null) values.put(bound, value);
        }
        return new Quota(
                r.text("type"),
                r.text("level"),
                r.text("zone"),
                r.text("heating"),
                r.choice("indicator", Indicator.class),
                values);
    }

    private static Target target(SheetRow r) {
        Integer year = r.whole("year");
        return new Target(
                r.text("code"),
                r.name(),
                r.choice("kind", TargetKind.class),
                r.choice("indicator", Indicator.class),
                r.whole("baseYear"),
                year == null ? 0 : year,
                r.number("value"));
    }

    private static <T> List<T> each(
            ReadableWorkbook workbook, String sheet, List<Defect> defects, Function<SheetRow, T> read)
            throws IOException {
        return rows(workbook, sheet, defects).stream().map(read).toList();
    }

    private static List<SheetRow> rows(ReadableWorkbook workbook, String name, List<Defect> defects)
            throws IOException {
        Sheet sheet = workbook.findSheet(name)
                .orElseThrow(
                        () -> CommonProblem.UNREADABLE_FILE.because("缺少工作表「%s」", "the sheet \"%s\" is missing", name));
        try (Stream<Row> stream = sheet.openStream()) {
            List<Row> rows = stream.toList();
            if (rows.isEmpty()) throw header(name, COLUMNS.get(name), List.of());
            List<String> header = texts(rows.get(0));
            List<String> missing =
                    COLUMNS.get(name).stream().filter(c -> !header.contains(c)).toList();
            List<String> unknown = header.stream()
                    .filter(c -> c != null && !COLUMNS.get(name).contains(c))
                    .toList();
            if (!missing.isEmpty() || !unknown.isEmpty()) throw header(name, missing, unknown);
            return rows.stream()
                    .skip(1)
                    .map(row -> new SheetRow(name, row.getRowNum(), cells(header, texts(row)), defects))
                    .filter(row -> row.cells().values().stream().anyMatch(v -> v != null && !v.isBlank()))
                    .toList();
        }
    }

    private static RuntimeException header(String sheet, List<String> missing, List<String> unknown) {
        return CommonProblem.UNREADABLE_FILE.because(
                "工作表「%s」第 1 行表头不符：缺少 %s，不认识 %s",
                "line 1 of the sheet \"%s\", its header, does not fit: missing %s, unknown %s",
                sheet,
                missing,
                unknown);
    }

    private static Map<String, String> cells(List<String> header, List<String> texts) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i) != null) cells.put(header.get(i), i < texts.size() ? texts.get(i) : null);
        }
        return cells;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(PackageWorkbook::text).orElse(null));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal value = cell.asNumber();
            return (value.precision() > EXCEL.getPrecision() ? value.round(EXCEL) : value).toPlainString();
        }
        return cell.getType() == CellType.BOOLEAN ? cell.asBoolean().toString() : cell.getText();
    }

    private PackageWorkbook() {}
}
