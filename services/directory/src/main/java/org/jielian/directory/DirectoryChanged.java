package org.jielian.directory;

import java.util.Set;

/**
 * The directory has learnt something that moves figures or changes who may see them. Observed in the transaction that learns it.
 *
 * @param regions codes of regions whose parents or path changed
 * @param units codes of units whose belongings or path changed, whether by themselves or because a region above them moved
 */
public record DirectoryChanged(Set<String> regions, Set<String> units) {}
