package org.jielian.supervision.standards;

/**
 * One value of a package and which way it may be moved by a tier below.
 *
 * @param path where it stands: {@code passLine}, {@code items/A6/due}, {@code quotas/AGENCY.CITY.A.&#42;/E_CAP/CONSTRAINT}
 * @param direction which values are stricter
 * @param value as text, in one form for each value
 */
public record Place(String path, Direction direction, String value) {}
