package org.jielian.portal.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATES = Pattern.compile("\\{t:(\\w+)}|tx:with\\('(\\w+)'");

    @Test
    void areTheSameInBothLanguages() throws IOException {
        Properties zh = texts("zh");
        Properties en = texts("en");
        assertThat(en.keySet()).isEqualTo(zh.keySet());
        assertThat(zh.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(arguments(en.getProperty(key))).as(key).isEqualTo(arguments(zh.getProperty(key))));
    }

    @Test
    void includeEveryOneThatATemplateUses() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                IN_TEMPLATES
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(r -> used.add(r.group(1) == null ? r.group(2) : r.group(1)));
            }
        }
        assertThat(used)
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(Words.in(Language.ZH).has(key)).as(key).isTrue());
    }

    @Test
    void refuseAKeyNobodyWroteDown() {
        assertThatThrownBy(() -> Words.in(Language.EN).get("noSuchKey")).hasMessageContaining("noSuchKey");
    }

    @Test
    void writeMonthsAndTimesAsReadersDo() {
        assertThat(Words.in(Language.ZH).month(YearMonth.of(2025, 6))).isEqualTo("2025年6月");
        assertThat(Words.in(Language.EN).month(YearMonth.of(2025, 6))).isEqualTo("Jun 2025");
        assertThat(Words.in(Language.EN).time(Instant.parse("2025-02-05T17:30:00Z")))
                .isEqualTo("2025-02-06 01:30:00");
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve("words/" + language + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    private static long arguments(String text) {
        return Pattern.compile("%s").matcher(text).results().count();
    }
}
