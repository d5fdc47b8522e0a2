package org.jielian.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * A file of reports of 2020 of which somebody else spoiled one row in a hundred and listed what he did. How it was made stands beside it.
 */
final class SpoiledFile {
    private static final String FOLDER = "/defects/";
    private static final String SPIKE = "SPIKE_10X";

    /**
     * One defect.
     *
     * @param line in the file, the header being 1
     * @param column where it has to be named
     */
    record Defect(long line, String kind, String column) {
        private static Defect of(String listed) {
            String[] cells = listed.split(",", -1);
            // a repeated row is wrong as a whole; it is the month that is there twice
            return new Defect(Long.parseLong(cells[0]), cells[1], cells[2].isEmpty() ? "period" : cells[2]);
        }

        /** A number like any other: it is taken, with a finding. */
        boolean isSpike() {
            return kind.equals(SPIKE);
        }
    }

    private final List<String> lines = lines("reports-2020.csv.gz");
    private final List<List<String>> rows =
            lines.stream().skip(1).map(row -> List.of(row.split(",", -1))).toList();
    private final Map<Long, Defect> defects = new LinkedHashMap<>();

    SpoiledFile() {
        lines("defects-2020.csv").stream().skip(1).map(Defect::of).forEach(d -> defects.put(d.line(), d));
    }

    /** By line. */
    Map<Long, Defect> defects() {
        return defects;
    }

    List<String> columns() {
        return List.of(lines.get(0).split(","));
    }

    /** The cells of each row; the first is line 2. */
    List<List<String>> rows() {
        return rows;
    }

    byte[] csv() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] xlsx() {
        return Way.xlsx(columns(), rows());
    }

    private static List<String> lines(String file) {
        try (InputStream in = SpoiledFile.class.getResourceAsStream(FOLDER + file);
                var reader = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
