package org.jielian.foundation.notices;

import org.jielian.foundation.problems.Text;

/**
 * Something a node is to know, seen by the people of that node and nobody else.
 *
 * @param recipient code of the region or unit it is for; it stands on the teller's own line, below or above
 * @param cause what kind of thing happened, such as {@code REPORT_RETURNED}
 * @param subject what it happened to, such as {@code report/<unit>/2025-06}; the same cause and subject are told to a node once a day
 * @param title one line, in both languages
 * @param detail what one needs to know to act on it
 * @param href portal path of the thing itself, beginning with a slash
 */
public record Notice(String recipient, String cause, String subject, Text title, Text detail, String href) {
    public Notice {
        require(recipient, "recipient");
        require(cause, "cause");
        require(subject, "subject");
        if (title == null || detail == null) throw new IllegalArgumentException("a notice needs title and detail");
        // a second slash would make it another host's address
        if (href == null || !href.startsWith("/") || href.startsWith("//")) {
            throw new IllegalArgumentException("not a path of the portal: " + href);
        }
    }

    private static void require(String value, String name) {
        if (value == null || value.isBlank()) throw new IllegalArgumentException("a notice needs a " + name);
    }
}
