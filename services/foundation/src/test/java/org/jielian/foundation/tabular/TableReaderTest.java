package org.jielian.foundation.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    @TempDir
    Path folder;

    private List<TableRow> read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = TableReader.open(file, TableFormat.of(file))) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        var rows = read(utf8("code,name\nA,\"两\n行\"\n\nB,最后\n"));
        assertThat(rows).extracting(TableRow::line).containsExactly(2L, 5L);
        assertThat(rows.get(0).get("name")).isEqualTo("两\n行");
    }

    @Test
    void forgivesAByteOrderMarkAndBlanksAroundNamesAndValues() throws IOException {
        var rows = read(utf8("\uFEFFCode , Name\r\n A , 甲 \r\n"));
        assertThat(rows.get(0).get("code")).isEqualTo("A");
        assertThat(rows.get(0).get("name")).isEqualTo("甲");
    }

    @Test
    void tellsEmptyCellsAndMissingCellsApartFromTexts() throws IOException {
        var rows = read(utf8("a,b\n1,\n2\n3,4,5\n"));
        assertThat(rows.get(0).get("b")).isNull();
        assertThat(rows).extracting(TableRow::isComplete).containsExactly(true, false, false);
    }

    @Test
    void refusesBytesThatAreNotUtf8InsteadOfReplacingThem() {
        byte[] gbk = "code,name\nA,浙江省\n".getBytes(Charset.forName("GBK"));
        assertThatThrownBy(() -> read(gbk)).isInstanceOf(ProblemException.class).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesALineThatIsTooLongToBeMeant() {
        byte[] line = utf8("a,b\n" + "x".repeat(1 << 20) + ",1\n");
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void refusesAHeaderWithRepeatedOrEmptyNames() {
        assertThatThrownBy(() -> read(utf8("a,A\n1,2\n"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read(utf8("a,\n1,2\n"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesTheColumnsThatAreMissingOrUnknown() throws IOException {
        Path file = Files.write(folder.resolve("columns"), utf8("code,surprise\nA,1\n"));
        try (TableReader reader = TableReader.open(file, TableFormat.CSV)) {
            assertThatThrownBy(() -> reader.requireColumns(List.of("code", "period"), List.of(), c -> false))
                    .hasMessageContaining("[period]")
                    .hasMessageContaining("[surprise]");
        }
    }

    @Test
    void readsNumbersOfAWorkbookWithoutTheNoiseOfBinaryFractions() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("one");
            sheet.value(0, 0, "a");
            sheet.value(0, 1, "b");
            sheet.value(0, 2, "c");
            sheet.value(1, 0, 0.1 + 0.2);
            sheet.value(1, 1, 100000000);
            sheet.value(2, 2, "文字");
        }
        var rows = read(out.toByteArray());
        assertThat(rows.get(0).get("a")).isEqualTo("0.3");
        assertThat(rows.get(0).get("b")).isEqualTo("100000000");
        assertThat(rows.get(0).isComplete()).isTrue();
        assertThat(rows.get(1).get("c")).isEqualTo("文字");
        assertThat(rows.get(1).line()).isEqualTo(3);
    }

    @Test
    void writesWorkbooksItCanReadAgain() throws IOException {
        var out = new ByteArrayOutputStream();
        List<Object> row = Arrays.asList("甲", new BigDecimal("890406765.28"), null);
        XlsxTable.write(
                out, "表", List.of("name", "value", "nothing"), List.of(row).iterator());
        var rows = read(out.toByteArray());
        assertThat(rows.get(0).get("name")).isEqualTo("甲");
        assertThat(rows.get(0).get("value")).isEqualTo("890406765.28");
        assertThat(rows.get(0).get("nothing")).isNull();
    }

    @Test
    void refusesWhatOnlyLooksLikeAWorkbook() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, 0})).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesAnEmptyFileByNamingTheHeader() throws IOException {
        Path file = Files.write(folder.resolve("empty"), new byte[0]);
        try (TableReader reader = TableReader.open(file, TableFormat.of(file))) {
            assertThatThrownBy(() -> reader.requireColumns(List.of("code"), List.of(), c -> false))
                    .hasMessageContaining("header");
        }
    }
}
