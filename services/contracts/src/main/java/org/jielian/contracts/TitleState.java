package org.jielian.contracts;

import java.time.LocalDate;

/**
 * How far a unit has come on its way to the title of a conservation-oriented agency (节约型机关), on {@value #TOPIC}, keyed by unit code; a
 * newer version replaces the older one entirely. A unit that applies again tells its new application.
 *
 * @param unitCode the unit
 * @param version grows with every step of the unit
 * @param standardCode the standard it is judged by
 * @param year the year that is evaluated
 * @param state such as {@code COUNTY_REVIEW} or {@code RECOGNISED}; the states are those of the table in supervision
 * @param holder code of the unit or region that has to act next; {@code null} where nobody has
 * @param due by when; {@code null} where there is no date
 * @param number of the certificate; {@code null} before recognition
 * @param recognisedOn {@code null} before recognition
 * @param holds whether the unit bears the title now; not while it is suspended, revoked or lapsed
 */
public record TitleState(
        String unitCode,
        long version,
        String standardCode,
        int year,
        String state,
        String holder,
        LocalDate due,
        String number,
        LocalDate recognisedOn,
        boolean holds) {
    public static final String TOPIC = "supervision.title.v1";
}
