package org.jielian.portal.contacts;

import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Contact;
import org.jielian.portal.clients.UpstreamProblem;

/**
 * Whom to reach, as it is typed.
 *
 * @param action where it is sent; {@code null} for somebody who may only look
 * @param errors by field
 * @param error what is wrong with the whole; {@code null} if nothing is
 */
public record ContactForm(
        String action,
        long version,
        String person,
        String email,
        String phone,
        Map<String, String> errors,
        String error) {
    static ContactForm of(String action, Contact contact) {
        return new ContactForm(
                action,
                contact.version(),
                shown(contact.person()),
                shown(contact.email()),
                shown(contact.phone()),
                Map.of(),
                null);
    }

    static ContactForm refused(String action, long version, Contact.Draft typed, UpstreamProblem refused) {
        return new ContactForm(
                action,
                version,
                typed.person(),
                typed.email(),
                typed.phone(),
                refused.body().errors().stream()
                        .collect(Collectors.toMap(
                                UpstreamProblem.Field::field, UpstreamProblem.Field::message, (a, b) -> a)),
                refused.message());
    }

    private static String shown(String value) {
        return value == null ? "" : value;
    }
}
