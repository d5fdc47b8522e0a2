package org.jielian.units.contacts;

/**
 * A node's contact as it is now.
 *
 * @param version 0 while nobody has given any
 */
public record ContactView(String nodeCode, long version, String person, String email, String phone) {
    static ContactView of(String node, long version, Contact contact) {
        return new ContactView(node, version, contact.person(), contact.email(), contact.phone());
    }
}
