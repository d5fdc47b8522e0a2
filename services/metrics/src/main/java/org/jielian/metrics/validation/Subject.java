package org.jielian.metrics.validation;

import org.jielian.contracts.InstitutionType;

/**
 * A month that is checked.
 *
 * @param unitPath where the unit stands; the regions in it decide by which parameters it is checked
 * @param type what it counts as in that month
 */
public record Subject(String unitCode, String unitPath, InstitutionType type, Month month) {}
