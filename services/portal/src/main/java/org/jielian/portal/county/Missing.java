package org.jielian.portal.county;

import java.util.List;

/**
 * Which units have not reported a month.
 *
 * @param month as people write it
 * @param count how many there are in all
 * @param units the first of them
 * @param cover reported of expected
 * @param all address of the whole list
 * @param later a later month that is due and that nobody has reported yet; {@code null} if there is none
 * @param gaps how many reports the whole span lacks, when that is more than the month does; {@code null} otherwise
 */
public record Missing(
        String month, long count, List<Unit> units, String cover, String grade, String all, Later later, Later gaps) {
    /** One unit. */
    public record Unit(String name, String type, String href) {}

    /** A month nobody reported. */
    public record Later(String month, String count, String href) {}
}
