package org.jielian.portal.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jielian.contracts.BusinessTime;

/** Everything the portal says, in one language; a word nobody wrote down is an error and not a blank on the page. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) ALL.put(language, new Words(language));
    }

    private final Language language;
    private final Properties texts = new Properties();

    private Words(Language language) {
        this.language = language;
        String file = "/words/" + language.code() + ".properties";
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text of that key; arguments fill {@code %s}. */
    public String get(String key, Object... args) {
        String text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no word for " + key + " in " + language);
        return args.length == 0 ? text : String.format(Locale.ROOT, text, args);
    }

    /** A unit of measure as people write it, such as kgce/人 for {@code kgce/person}; {@code null} stays {@code null}. */
    public String unitOfMeasure(String code) {
        return code == null ? null : texts.getProperty("unitOf." + code, code);
    }

    /** What figures were judged by: a release and, where one was needed, a coefficient set with its version. */
    public String basis(String release, String coefficientSet, Long version) {
        return coefficientSet == null ? release : release + " · " + get("set" + coefficientSet) + " v" + version;
    }

    /** A month as people write it. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern(get("formatMonth"), Locale.ENGLISH));
    }

    /** A time on the business clock, to the second. */
    public String time(Instant instant) {
        return instant == null
                ? get("none")
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
                        .withZone(BusinessTime.ZONE)
                        .format(instant);
    }
}
