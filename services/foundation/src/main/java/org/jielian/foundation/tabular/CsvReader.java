package org.jielian.foundation.tabular;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;

/** CSV in UTF-8, with or without a byte order mark, separated by commas. */
class CsvReader extends TableReader {
    private final de.siegmar.fastcsv.reader.CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private long line = 1;

    CsvReader(Path file) throws IOException {
        // a wrong byte is refused, never replaced: a replaced one would end up in a name or a code
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        boolean marked = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
        if (!marked) in.reset();
        csv = de.siegmar.fastcsv.reader.CsvReader.builder()
                .maxBufferSize(MAX_ROW)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MAX_COLUMNS)
                                .maxFieldSize(MAX_CELL)
                                .maxRecordSize(MAX_ROW)
                                .build(),
                        new InputStreamReader(in, decoder));
        records = csv.iterator();
        CsvRecord first = read();
        header(first == null ? java.util.List.of() : first.getFields());
    }

    /** The next record, or {@code null} at the end. */
    private CsvRecord read() {
        try {
            if (!records.hasNext()) return null;
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return record;
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) throw wrongEncoding();
            throw CommonProblem.UNREADABLE_FILE.because(
                    "第 %s 行之后无法读取：一行或一个单元格过长，或引号不成对",
                    "it can't be read after line %s: a line or cell is too long, or a quote is not closed", line);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) throw wrongEncoding();
            throw e;
        }
    }

    private ProblemException wrongEncoding() {
        return CommonProblem.UNREADABLE_FILE.because(
                "第 %s 行附近不是 UTF-8 编码（可能是 GBK），请在 Excel 中另存为「CSV UTF-8」",
                "near line %s it is not UTF-8 (perhaps GBK); save it as \"CSV UTF-8\" in Excel", line + 1);
    }

    @Override
    public Iterator<TableRow> iterator() {
        return new Iterator<>() {
            private CsvRecord next = read();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public TableRow next() {
                if (next == null) throw new NoSuchElementException();
                var row = new TableRow(next.getStartingLineNumber(), header(), next.getFields());
                next = read();
                return row;
            }
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
