package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import org.jielian.local.SampleFiles.Reports;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private final SampleFiles sample = new SampleFiles(Path.of("sample"));

    @Test
    void tellHowManyReportsThereAreAndHowManyCouldBe() {
        assertThat(sample.countReports(YearMonth.of(2026, 10))).isEqualTo(new Reports("2025", 23_755, 24_000));
    }

    @Test
    void leaveOutWhatNobodyCanHaveReportedYet() throws IOException {
        YearMonth last = YearMonth.of(2025, 2);

        int counted = sample.countReports(last).rows();

        assertThat(counted).isPositive().isLessThan(2 * 2000 + 1);
        try (InputStream reports = sample.reports(last)) {
            assertThat(new String(reports.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(counted + 1)
                    .allMatch(line -> line.startsWith("unit_code,") || line.matches("[^,]+,2025-0[12],.*"));
        }
        assertThat(sample.countReports(YearMonth.of(2024, 12)).rows()).isZero();
    }

    @Test
    void tellTheProvinceAndWhatIsBelowIt() {
        assertThat(sample.province().code()).isEqualTo("330000");
        assertThat(sample.below(sample.province())).hasSize(11);
        assertThat(sample.unitsOf(sample.province())).isNotEmpty();
    }
}
