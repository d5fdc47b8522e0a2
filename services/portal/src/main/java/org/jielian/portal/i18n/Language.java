package org.jielian.portal.i18n;

import java.util.Locale;

/** The languages of the portal; Chinese unless somebody chooses otherwise. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As in {@code <html lang>} and Accept-Language. */
    public String tag() {
        return tag;
    }

    /** As in {@code ?lang=} and the cookie. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    static Language of(String code) {
        return EN.code().equals(code) ? EN : ZH;
    }
}
