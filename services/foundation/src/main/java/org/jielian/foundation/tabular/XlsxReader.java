package org.jielian.foundation.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;

/** The first sheet of an xlsx workbook. */
class XlsxReader extends TableReader {
    /** Excel computes with fifteen digits; what stands beyond them in the file is noise of its binary numbers. */
    private static final MathContext EXCEL = new MathContext(15);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    XlsxReader(Path file) throws IOException {
        ZipGuard.inspect(file);
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            throw damaged();
        }
        stream = workbook.getFirstSheet().openStream();
        rows = stream.iterator();
        header(hasNext() ? cells(rows.next()) : List.of());
    }

    private boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (ExcelReaderException e) {
            throw damaged();
        }
    }

    private static ProblemException damaged() {
        return CommonProblem.UNREADABLE_FILE.because("xlsx 文件已损坏", "the xlsx file is damaged");
    }

    private List<String> cells(Row row) {
        if (row.getCellCount() > MAX_COLUMNS) {
            throw CommonProblem.UNREADABLE_FILE.because("第 %s 行列数过多", "row %s has too many columns", row.getRowNum());
        }
        List<String> texts = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(XlsxReader::text).orElse(null));
        }
        // a sheet does not keep empty cells at the end of a row
        if (header() != null) while (texts.size() < header().size()) texts.add(null);
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) return isMonth(cell) ? month(cell) : number(cell.asNumber());
        if (cell.getType() == CellType.BOOLEAN) return cell.asBoolean().toString();
        return cell.getText();
    }

    private static boolean isMonth(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("y");
    }

    private static String month(Cell cell) {
        return java.time.YearMonth.from(cell.asDate()).toString();
    }

    private static String number(BigDecimal value) {
        BigDecimal exact = value.precision() > EXCEL.getPrecision() ? value.round(EXCEL) : value;
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    @Override
    public Iterator<TableRow> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return XlsxReader.this.hasNext();
            }

            @Override
            public TableRow next() {
                Row row = rows.next();
                return new TableRow(row.getRowNum(), header(), cells(row));
            }
        };
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
