package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jielian.local.SampleFiles.Reports;
import org.junit.jupiter.api.Test;

class SampleFilesTest {
    private final SampleFiles sample = new SampleFiles(Path.of("sample"));

    @Test
    void tellHowManyReportsThereAreAndHowManyCouldBe() {
        assertThat(sample.countReports()).isEqualTo(new Reports("2025", 23_755, 24_000));
    }

    @Test
    void tellTheProvinceAndWhatIsBelowIt() {
        assertThat(sample.province().code()).isEqualTo("330000");
        assertThat(sample.below(sample.province())).hasSize(11);
        assertThat(sample.unitsOf(sample.province())).isNotEmpty();
    }
}
