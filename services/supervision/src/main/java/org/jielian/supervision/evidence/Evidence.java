package org.jielian.supervision.evidence;

import java.time.Instant;
import java.util.UUID;

/**
 * A photograph, scan or document about a region or unit, without its content. It never changes.
 *
 * @param node the region or unit it is about; whoever sees that node sees it
 * @param name what its sender called it, for showing only
 * @param contentType as its content is, whatever it was called
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 * @param addedAtNode where whoever added it works; empty for the operator
 */
public record Evidence(
        UUID id,
        String node,
        String name,
        String contentType,
        long size,
        String sha256,
        Instant addedAt,
        String addedBy,
        String addedAtNode) {}
