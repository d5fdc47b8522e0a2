package org.jielian.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What was loaded, read from the files themselves and not from the system that is tested. */
final class Sample {
    private static final Path FOLDER = Path.of("../local/sample");

    record Region(String code, String name, String tier, String parent) {}

    record Unit(String code, String name, String type, String region) {}

    private final Map<String, Region> regions = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();

    Sample() {
        for (String line : lines(FOLDER.resolve("regions.csv"))) {
            String[] cells = line.split(",", -1);
            regions.put(cells[0], new Region(cells[0], cells[1], cells[2], cells[3]));
        }
        for (String line : lines(FOLDER.resolve("zhejiang/units.csv"))) {
            String[] cells = line.split(",", -1);
            units.add(new Unit(cells[0], cells[1], cells[2], cells[3]));
        }
    }

    Region region(String code) {
        return regions.get(code);
    }

    List<Region> cities() {
        return children(Jielian.PROVINCE);
    }

    List<Region> counties() {
        return cities().stream().flatMap(city -> children(city.code()).stream()).toList();
    }

    List<Region> children(String code) {
        return regions.values().stream().filter(r -> r.parent().equals(code)).toList();
    }

    /** The region and all below it, by code. */
    Set<String> subtree(String code) {
        Set<String> codes = new HashSet<>(Set.of(code));
        children(code).forEach(child -> codes.addAll(subtree(child.code())));
        return codes;
    }

    List<Unit> units() {
        return units;
    }

    /** The units that hang directly on a region; the first of a county's has a person who can sign in. */
    List<Unit> unitsOf(String region) {
        return units.stream().filter(unit -> unit.region().equals(region)).toList();
    }

    /** Whether somebody of the unit is in the local realm. */
    boolean canSignIn(String unit) {
        return counties().stream()
                .anyMatch(county -> unitsOf(county.code()).get(0).code().equals(unit));
    }

    List<Unit> unitsBelow(String region) {
        Set<String> subtree = subtree(region);
        return units.stream().filter(unit -> subtree.contains(unit.region())).toList();
    }

    /** The lines of the file of reports, without its header. */
    List<String> reports() {
        return lines(FOLDER.resolve("zhejiang/reports.csv.gz"));
    }

    static final String REPORTS_HEADER =
            "unit_code,period,electricity_kwh,water_m3,natural_gas_m3,gasoline_l,diesel_l,heat_gj,coal_kg,headcount,"
                    + "floor_area_m2,waste_sorted_kg,food_waste_kg";

    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
