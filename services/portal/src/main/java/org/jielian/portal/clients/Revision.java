package org.jielian.portal.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** One entry of a report's or unit's history. */
public record Revision(
        long version,
        Instant at,
        String by,
        String who,
        String node,
        String action,
        String reason,
        JsonNode before,
        JsonNode after) {
    /** Who made it; the register and the reports name it differently. */
    public String person() {
        return by == null ? who : by;
    }
}
