package org.jielian.portal.clients;

import org.jielian.portal.i18n.Language;

/**
 * What a check has to say about a report.
 *
 * @param severity HARD can't be taken, SOFT wants an explanation, REVIEW goes to whoever reviews
 * @param field where; {@code *} for the report as a whole
 */
public record Finding(
        String rule, String severity, String field, String code, String value, String expected, Bilingual message) {
    public String text(Language language) {
        return message.in(language);
    }
}
