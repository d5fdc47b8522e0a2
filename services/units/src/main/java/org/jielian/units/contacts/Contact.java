package org.jielian.units.contacts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jielian.contracts.ContactState;

/**
 * Whom to reach at a node; each part may be missing, and all of them once a contact was taken out.
 *
 * @param person name of the person in charge
 * @param email where notices go by mail
 * @param phone as people dial it, with extension
 */
record Contact(
        @Size(max = 60) String person,
        @Email @Size(max = 254) String email,

        @Pattern(regexp = "(?=(.*\\d){5})[\\d+()（） ,，;；/#转-]{5,60}")
        String phone) {
    static final Contact NONE = new Contact(null, null, null);

    Contact {
        person = stripped(person);
        email = stripped(email);
        phone = stripped(phone);
    }

    private static String stripped(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    ContactState state(String node, long version) {
        return new ContactState(node, version, person, email, phone);
    }
}
