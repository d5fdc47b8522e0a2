package org.jielian.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An inspection (检查) of one unit as it stands now, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the older one
 * entirely.
 *
 * @param id of the inspection
 * @param version grows with every step
 * @param plan the plan it belongs to
 * @param kind {@code PLANNED}, {@code SPOT}, {@code DOUBLE_RANDOM} or {@code CROSS_CITY}
 * @param standardCode the standard the checklist is taken from
 * @param year the year that is looked at
 * @param release key of the release the checklist was taken from; {@code null} before it has begun
 * @param unitCode the unit that is inspected
 * @param inspecting code of the region that inspects; for {@code CROSS_CITY} not above the unit
 * @param inspectors by name
 * @param day it is planned for
 * @param status such as {@code CHECKING} or {@code NOTIFIED}; the states are those of the table in supervision
 * @param checkedOn the day the inspectors concluded it; {@code null} before
 * @param looked how many items were looked at
 * @param problems codes of the items that have a problem
 * @param notice number of the rectification notice; {@code null} when none was served
 */
public record InspectionState(
        UUID id,
        long version,
        UUID plan,
        String kind,
        String standardCode,
        int year,
        String release,
        String unitCode,
        String inspecting,
        List<String> inspectors,
        LocalDate day,
        String status,
        LocalDate checkedOn,
        int looked,
        List<String> problems,
        String notice) {
    public static final String TOPIC = "supervision.inspection.v1";

    /** The fact's key: the id. */
    public String key() {
        return id.toString();
    }
}
