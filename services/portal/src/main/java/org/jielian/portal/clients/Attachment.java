package org.jielian.portal.clients;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A bill or photograph of a unit's month.
 *
 * @param quantity code of the quantity it is about; {@code null} when it is about the month as a whole
 * @param size in bytes
 */
public record Attachment(
        String id,
        YearMonth period,
        String quantity,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy) {}
