package org.jielian.supervision.assessment;

/**
 * Who is assessed.
 *
 * @param code region or unit code
 * @param type of a unit; {@code null} for a region
 */
record Assessed(String code, String name, String path, boolean unit, String type) {}
