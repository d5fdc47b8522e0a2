package org.jielian.supervision.calendar;

import io.smallrye.config.ConfigMapping;
import java.time.YearMonth;
import java.util.Optional;

/** From when on what is missing or late counts. */
@ConfigMapping(prefix = "calendar")
public interface CalendarConfig {
    /** First month whose reports, and first year whose results, open tasks or are late; the month of installation by default. */
    Optional<YearMonth> firstMonth();
}
