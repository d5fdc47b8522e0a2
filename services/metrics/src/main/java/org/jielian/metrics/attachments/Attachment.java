package org.jielian.metrics.attachments;

import java.time.Instant;
import java.util.UUID;

/**
 * A bill or photograph of a unit's month, without its content.
 *
 * @param quantity code of the quantity it is about; {@code null} when it is about the month as a whole
 * @param contentType as its content begins, whatever it was called
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 */
record Attachment(
        UUID id,
        String unitCode,
        String period,
        String quantity,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy) {}
