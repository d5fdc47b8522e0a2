package org.jielian.portal.county;

import java.util.List;

/**
 * Which units have not reported a month.
 *
 * @param period as in addresses
 * @param month as people write it
 * @param count how many there are in all
 * @param units the first of them
 * @param cover reported of expected
 * @param all address of the whole list
 * @param home address of the region's portal
 * @param reminds whether the one who looks may remind them
 * @param later a later month that is due and that nobody has reported yet; {@code null} if there is none
 * @param gaps how many reports the whole span lacks, when that is more than the month does; {@code null} otherwise
 */
public record Missing(
        String period,
        String month,
        long count,
        List<Unit> units,
        String cover,
        String grade,
        String all,
        String home,
        boolean reminds,
        Later later,
        Later gaps) {
    /**
     * One unit.
     *
     * @param phone {@code null} where none is known
     * @param reminded when and by whom it was reminded last; {@code null} if never
     */
    public record Unit(
            String code, String name, String type, String href, String phone, String reminded, boolean mayRemind) {}

    /** A month nobody reported. */
    public record Later(String month, String count, String href) {}

    /** The whole list with what else is outstanding. */
    public String outstanding() {
        return home + "/reporting/outstanding?period=" + period;
    }
}
