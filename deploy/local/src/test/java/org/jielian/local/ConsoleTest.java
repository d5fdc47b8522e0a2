package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void writesPlainLinesWhereThereIsNoTerminal() {
        try (Console console = new Console(out, false)) {
            console.doing("kafka", "starting");
            console.doing("kafka", "starting");
            console.ready("kafka");
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .noneMatch(line -> line.contains("\033"))
                .last()
                .asString()
                .contains("kafka")
                .endsWith("ready");
    }

    @Test
    void redrawsOneLinePerPartOnATerminal() {
        try (Console console = new Console(out, true)) {
            console.doing("kafka", "starting");
            console.doing("postgres", "starting");
            console.ready("kafka");
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\033[2A").contains("ready");
    }
}
