package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path DATA = Path.of("/project/data");

    @Test
    void keepTheDataInTheProjectAndLoadTheSampleUnlessToldOtherwise() {
        Options options = Options.parse(DATA);

        assertThat(options.data()).isEqualTo(DATA);
        assertThat(options.ports().portal()).isEqualTo(8080);
        assertThat(options.sample()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.services()).containsExactly(Service.values());
    }

    @Test
    void takeEverythingFromTheCommandLine() {
        Options options = Options.parse(
                DATA, "--fresh", "--data", "/elsewhere/x/..", "--ports", "9080", "--no-sample", "--date", "2025-01-06");

        assertThat(options.data()).isEqualTo(Path.of("/elsewhere"));
        assertThat(options.ports().base()).isEqualTo(9080);
        assertThat(options.sample()).isFalse();
        assertThat(options.fresh()).isTrue();
        assertThat(options.date()).isEqualTo("2025-01-06");
    }

    @Test
    void sayHowADayIsWritten() {
        assertThatThrownBy(() -> Options.parse(DATA, "--date", "6.1.2025"))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("2025-01-06, not 6.1.2025");
    }

    @Test
    void nameAnOptionThatDoesNotExist() {
        assertThatThrownBy(() -> Options.parse(DATA, "--frsh"))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("Unknown option --frsh");
    }

    @Test
    void nameAnOptionWhoseValueIsMissing() {
        assertThatThrownBy(() -> Options.parse(DATA, "--data"))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("--data needs a value");
    }

    @Test
    void refusePortsThatAreNoPorts() {
        assertThatThrownBy(() -> Options.parse(DATA, "--ports", "eighty")).hasMessageContaining("not eighty");
        assertThatThrownBy(() -> Options.parse(DATA, "--ports", "80")).hasMessageContaining("from 1024 to 65423");
        assertThatThrownBy(() -> Options.parse(DATA, "--ports", "65500")).hasMessageContaining("not 65500");
    }
}
