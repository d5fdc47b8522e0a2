package org.jielian.portal.registry;

import java.util.Map;
import org.jielian.portal.clients.UpstreamProblem;

/**
 * The form by which an institution is closed.
 *
 * @param error what is wrong with it; {@code null} if nothing is
 */
public record ClosingForm(String from, String reason, String error) {
    static ClosingForm of(Map<String, String> typed, UpstreamProblem refused) {
        return new ClosingForm(
                typed.getOrDefault("from", ""),
                typed.getOrDefault("reason", ""),
                refused == null ? null : refused.message());
    }
}
