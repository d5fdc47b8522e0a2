package org.jielian.supervision.programme;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An agency in the scope of the programme on a day.
 *
 * @param region which administers it
 * @param titled whether it held the title on that day
 * @param title id of the application that gave it; {@code null} without one
 * @param number of the certificate
 */
public record Agency(
        String unit, String name, String region, boolean titled, UUID title, String number, LocalDate recognisedOn) {}
