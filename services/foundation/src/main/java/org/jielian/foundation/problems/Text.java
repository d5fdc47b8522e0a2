package org.jielian.foundation.problems;

import java.util.Locale;

/** One message in both languages of the programme. */
public record Text(String zh, String en) {
    /** Both languages with the same particulars filled in. */
    public static Text of(String zh, String en, Object... args) {
        return args.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, args), String.format(Locale.ROOT, en, args));
    }

    /** The reader's language by an Accept-Language header; Chinese unless it asks for English first. */
    public String in(String acceptLanguage) {
        return acceptLanguage != null
                        && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en")
                ? en
                : zh;
    }
}
