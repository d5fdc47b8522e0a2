package org.jielian.portal.clients;

/**
 * Whom to reach at a node.
 *
 * @param version 0 while nobody has given any
 */
public record Contact(String nodeCode, long version, String person, String email, String phone) {
    /** What is to stand there. */
    public record Draft(String person, String email, String phone) {}

    public boolean isEmpty() {
        return person == null && email == null && phone == null;
    }
}
