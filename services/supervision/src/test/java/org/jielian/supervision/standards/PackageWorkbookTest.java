package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageWorkbookTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWroteAsAnEqualPackage() throws IOException {
        Path file = folder.resolve("standard.xlsx");
        StandardPackage shipped = Packages.shipped();
        try (OutputStream out = Files.newOutputStream(file)) {
            PackageWorkbook.write(shipped, out);
        }
        assertThat(PackageWorkbook.read(file)).isEqualTo(shipped);
    }

    @Test
    void namesSheetRowAndColumnOfEveryCellItCannotRead() throws IOException {
        Path file = folder.resolve("broken.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            sheet(workbook, "概要", List.of("coefficientSet", "passLine"), List.of("STAT", "八十"));
            sheet(workbook, "类别", List.of("code", "zh", "en", "points"), List.of("A", "甲", "a", "x"));
            sheet(
                    workbook,
                    "指标",
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
                            "evidence"),
                    List.of("A1", "A", "甲", "a", "GUESSED"));
            sheet(workbook, "分区", List.of("regionCode", "zone"), List.of());
            sheet(
                    workbook,
                    "定额",
                    List.of(
                            "type",
                            "level",
                            "zone",
                            "heating",
                            "indicator",
                            "CONSTRAINT",
                            "BASELINE",
                            "GUIDANCE",
                            "GENERAL",
                            "ADVANCED"),
                    List.of());
            sheet(
                    workbook,
                    "目标",
                    List.of("code", "zh", "en", "kind", "indicator", "baseYear", "year", "value"),
                    List.of());
            workbook.finish();
        }
        assertThatThrownBy(() -> PackageWorkbook.read(file))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.errors())
                        .extracting(ProblemException.FieldError::field)
                        .containsExactly("概要!2/passLine", "类别!2/points", "指标!2/kind"));
    }

    @Test
    void saysWhichSheetIsMissing() throws IOException {
        Path file = folder.resolve("other.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            sheet(workbook, "Sheet1", List.of("a"), List.of("b"));
            workbook.finish();
        }
        assertThatThrownBy(() -> PackageWorkbook.read(file)).hasMessageContaining("概要");
    }

    private static void sheet(Workbook workbook, String name, List<String> header, List<String> row) {
        var sheet = workbook.newWorksheet(name);
        for (int c = 0; c < header.size(); c++) sheet.value(0, c, header.get(c));
        for (int c = 0; c < row.size(); c++) sheet.value(1, c, row.get(c));
    }
}
