package org.jielian.foundation.notices;

import java.time.Instant;

/**
 * A notice as its recipient reads it, in the reader's language.
 *
 * @param cursor where a page that begins after this notice begins
 * @param by name of the person, or {@code system}, whose act caused it
 * @param byNode that person's node; {@code null} for the system and the operator
 * @param readAt when somebody of the node had read it; {@code null} while it is unread
 */
public record NoticeView(
        long id,
        String cause,
        String subject,
        String title,
        String detail,
        String href,
        Instant at,
        String by,
        String byNode,
        Instant readAt,
        String readBy,
        String cursor) {}
