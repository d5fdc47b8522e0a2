package org.jielian.portal.clients;

import org.jielian.portal.i18n.Language;

/** What a service says in both languages. */
public record Bilingual(String zh, String en) {
    public String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}
