package org.jielian.metrics.validation;

import org.jielian.contracts.InstitutionType;

/**
 * A month that is checked.
 *
 * @param unitPath where the unit stands; the regions in it decide by which parameters it is checked
 * @param type what it counts as in that month
 * @param hosted whether a host reports some carrier for the unit, in this month or others
 */
public record Subject(String unitCode, String unitPath, InstitutionType type, Month month, boolean hosted) {}
