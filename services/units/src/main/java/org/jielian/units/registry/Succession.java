package org.jielian.units.registry;

import java.util.Set;

/**
 * In a reorganisation, the institutions of one region pass to another.
 *
 * @param oldCode the region they belong to
 * @param newCode the region they pass to
 * @param only which of them; empty for all that no other succession of the same region names
 */
public record Succession(String oldCode, String newCode, Set<String> only) {}
