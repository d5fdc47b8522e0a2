package org.jielian.local;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The sample data as files, and what can be told by reading them: everything the start prints or waits for is counted
 * here and written down nowhere else.
 */
final class SampleFiles {
    private static final int MONTHS = 12;

    /** One line of regions.csv. */
    record Region(String code, String name, String level, String parent) {}

    /** What is needed here of one line of units.csv. */
    record Unit(String code, String name, String region) {}

    private final Path folder;
    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final List<Unit> units;

    SampleFiles(Path folder) {
        this.folder = folder;
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(regionsFile())) {
            lines.forEach(line -> regions.put(
                    line.getField("code"),
                    new Region(
                            line.getField("code"),
                            line.getField("name"),
                            line.getField("level"),
                            line.getField("parent_code"))));
        } catch (IOException e) {
            throw unreadable(e);
        }
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(unitsFile())) {
            units = lines.stream()
                    .map(line ->
                            new Unit(line.getField("unit_code"), line.getField("name"), line.getField("region_code")))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    Path regionsFile() {
        return folder.resolve("regions.csv");
    }

    Path unitsFile() {
        return folder.resolve("zhejiang/units.csv");
    }

    /**
     * The reports as plain CSV.
     *
     * @param last the month after which they are left out
     */
    InputStream reports(YearMonth last) throws IOException {
        StringBuilder csv = new StringBuilder();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(reports(), StandardCharsets.UTF_8))) {
            csv.append(lines.readLine()).append('\n');
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String period = line.split(",", 3)[1];
                if (period.compareTo(last.toString()) <= 0) csv.append(line).append('\n');
            }
        }
        return new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private InputStream reports() throws IOException {
        return new GZIPInputStream(Files.newInputStream(folder.resolve("zhejiang/reports.csv.gz")));
    }

    List<Unit> units() {
        return units;
    }

    /** The province all the units are in. */
    Region province() {
        Region region = regions.get(units.get(0).region());
        while (!region.parent().isEmpty()) {
            region = regions.get(region.parent());
        }
        return region;
    }

    /** The regions directly below this one. */
    List<Region> below(Region parent) {
        return regions.values().stream()
                .filter(region -> region.parent().equals(parent.code()))
                .toList();
    }

    /** The units that this region itself administers. */
    List<Unit> unitsOf(Region region) {
        return units.stream()
                .filter(unit -> unit.region().equals(region.code()))
                .toList();
    }

    /**
     * The reports in numbers.
     *
     * @param year the year they are of
     * @param rows how many there are up to a month
     * @param expected how many there would be if every unit had reported every month of the year
     */
    record Reports(String year, int rows, int expected) {}

    Reports countReports(YearMonth last) {
        TreeSet<String> years = new TreeSet<>();
        int rows = 0;
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(reports(), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : lines) {
                String period = line.getField("period");
                years.add(period.substring(0, 4));
                if (period.compareTo(last.toString()) <= 0) rows++;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        if (years.size() != 1) {
            throw new StartProblem("The sample's reports are of the years %s; they have to be of one year.", years);
        }
        return new Reports(years.first(), rows, units.size() * MONTHS);
    }

    private StartProblem unreadable(IOException e) {
        return new StartProblem(e, "Cannot read the sample data in %s: %s.", folder, e);
    }
}
