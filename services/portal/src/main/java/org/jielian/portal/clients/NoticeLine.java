package org.jielian.portal.clients;

import java.time.Instant;

/**
 * One notice.
 *
 * @param href path of this portal where the thing is
 * @param byNode node of the person whose act caused it; {@code null} for the system
 * @param readAt {@code null} while nobody of the node has read it
 * @param cursor where a page after this notice begins
 */
public record NoticeLine(
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
        String cursor) {
    public boolean isRead() {
        return readAt != null;
    }
}
