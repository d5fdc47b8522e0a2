package org.jielian.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A year of invented reports of all units of the sample: the same each time, with sums that are known. */
final class GeneratedReports {
    private record Line(String unit, String region, String text, BigDecimal electricity) {}

    private final List<Line> lines = new ArrayList<>();
    private final Sample sample;

    GeneratedReports(Sample sample, int year) {
        this.sample = sample;
        int n = year;
        for (Sample.Unit unit : sample.units()) {
            for (int month = 1; month <= 12; month++) {
                n++;
                BigDecimal electricity = BigDecimal.valueOf(100_000 + n * 7919L % 1_000_000, 2);
                String text = "%s,%d-%02d,%s,%d.25,0.00,%d.50,0.00,0.00,0.00,%d,%d.00,%d.75,0.00"
                        .formatted(
                                unit.code(),
                                year,
                                month,
                                electricity,
                                n % 500,
                                n % 90,
                                1 + n % 300,
                                20 + n % 9000,
                                n % 40);
                lines.add(new Line(unit.code(), unit.region(), text, electricity));
            }
        }
    }

    int rows() {
        return lines.size();
    }

    byte[] csv() {
        StringBuilder csv = new StringBuilder(Sample.REPORTS_HEADER).append('\n');
        lines.forEach(line -> csv.append(line.text()).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What all units below a region used. */
    BigDecimal electricityBelow(String region) {
        Set<String> below = sample.subtree(region);
        return lines.stream()
                .filter(line -> below.contains(line.region()))
                .map(Line::electricity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
