package org.jielian.foundation.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The lines of a table file with the types its cells have, header included; for copying, not for understanding. */
abstract class RawTable implements AutoCloseable, Iterable<RawTable.Line> {
    /** A line, numbered as in the file, the first being 1. */
    record Line(long number, List<Cell> cells) {}

    /**
     * A cell; at most one of number, flag and text is there.
     *
     * @param format how a number is shown, as Excel writes it; {@code null} for no particular way
     */
    record Cell(BigDecimal number, Boolean flag, String text, String format) {
        static final Cell EMPTY = new Cell(null, null, null, null);
    }

    static RawTable open(Path file, TableFormat format) throws IOException {
        return format == TableFormat.XLSX ? new OfWorkbook(file) : new OfCsv(file);
    }

    @Override
    public abstract void close() throws IOException;

    private static final class OfWorkbook extends RawTable {
        private final ReadableWorkbook workbook;
        private final Stream<Row> rows;

        OfWorkbook(Path file) throws IOException {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
            rows = workbook.getFirstSheet().openStream();
        }

        @Override
        public Iterator<Line> iterator() {
            return rows.map(row -> new Line(row.getRowNum(), cells(row))).iterator();
        }

        private static List<Cell> cells(Row row) {
            List<Cell> cells = new ArrayList<>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++) {
                cells.add(row.getOptionalCell(i).map(OfWorkbook::cell).orElse(Cell.EMPTY));
            }
            return cells;
        }

        private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
            if (cell.getType() == CellType.NUMBER) {
                return new Cell(cell.asNumber(), null, null, cell.getDataFormatString());
            }
            if (cell.getType() == CellType.BOOLEAN) return new Cell(null, cell.asBoolean(), null, null);
            // of a formula its result: what it refers to may not come along
            return new Cell(null, null, cell.getText(), null);
        }

        @Override
        public void close() throws IOException {
            rows.close();
            workbook.close();
        }
    }

    private static final class OfCsv extends RawTable {
        /** Numbers Excel holds exactly; a code of digits that starts with zero, or is longer, stays text. */
        private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,11})([.][0-9]{1,4})?");

        private final TableReader reader;

        OfCsv(Path file) throws IOException {
            reader = TableReader.open(file, TableFormat.CSV);
        }

        @Override
        public Iterator<Line> iterator() {
            Line head = new Line(
                    1, reader.header().keySet().stream().map(OfCsv::text).toList());
            Iterator<TableRow> rows = reader.iterator();
            return new Iterator<>() {
                private boolean begun;

                @Override
                public boolean hasNext() {
                    return !begun || rows.hasNext();
                }

                @Override
                public Line next() {
                    if (!begun) {
                        begun = true;
                        return head;
                    }
                    TableRow row = rows.next();
                    return new Line(
                            row.line(), row.cells().stream().map(OfCsv::cell).toList());
                }
            };
        }

        private static Cell cell(String text) {
            if (text == null || text.isEmpty()) return Cell.EMPTY;
            if (NUMBER.matcher(text).matches()) return new Cell(new BigDecimal(text), null, null, null);
            return text(text);
        }

        private static Cell text(String text) {
            return new Cell(null, null, text, null);
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
