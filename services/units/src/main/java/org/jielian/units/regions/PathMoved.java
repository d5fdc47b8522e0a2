package org.jielian.units.regions;

/**
 * A region, with all that hangs on it, stands elsewhere in the tree; fired in the transaction that moves it.
 *
 * @param from path before
 * @param to path now
 */
public record PathMoved(String from, String to) {}
