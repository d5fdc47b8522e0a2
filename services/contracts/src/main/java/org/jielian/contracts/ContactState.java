package org.jielian.contracts;

/**
 * Whom to reach at a region or institution, on {@value #TOPIC}, keyed by node code; a newer version replaces the older one entirely, so
 * that what somebody took out is gone from the topic too.
 *
 * @param nodeCode region or unit code
 * @param version grows with every change of this contact
 * @param person name of the person in charge (联系人); {@code null} if not given
 * @param email where notices go by mail; {@code null} if not given
 * @param phone as people dial it; {@code null} if not given
 */
public record ContactState(String nodeCode, long version, String person, String email, String phone) {
    public static final String TOPIC = "units.contact.v1";
}
