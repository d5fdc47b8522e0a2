package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jielian.local.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days by which each tier is due, by the holidays and make-up days as they were announced. */
@OnRunningSystem
class CalendarIT {
    private final Jielian jielian;

    CalendarIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @ParameterizedTest(name = "{0}: unit {1}, county {2}, city {3}, province {4}")
    @CsvSource({
        "2025-01, 2025-02-05, 2025-02-10, 2025-02-17, 2025-02-20",
        "2025-04, 2025-05-06, 2025-05-12, 2025-05-15, 2025-05-20",
        "2025-09, 2025-10-09, 2025-10-10, 2025-10-15, 2025-10-20",
        "2025-12, 2026-01-05, 2026-01-12, 2026-01-15, 2026-01-20",
        "2026-01, 2026-02-05, 2026-02-10, 2026-02-24, 2026-02-24",
        "2026-04, 2026-05-06, 2026-05-11, 2026-05-15, 2026-05-20",
        "2026-08, 2026-09-07, 2026-09-10, 2026-09-15, 2026-09-20",
        "2026-09, 2026-10-08, 2026-10-10, 2026-10-15, 2026-10-20"
    })
    void followsTheRealHolidays(String period, String unit, String county, String city, String province) {
        JsonNode months = jielian.as(Jielian.PROVINCE)
                .get(Service.METRICS, "/api/calendar/330000?year=" + period.substring(0, 4))
                .ok()
                .json()
                .path("months");
        JsonNode due = months.get(Integer.parseInt(period.substring(5)) - 1).path("due");
        assertThat(List.of("UNIT", "COUNTY", "CITY", "PROVINCE"))
                .extracting(level -> due.path(level).path("date").asText())
                .containsExactly(unit, county, city, province);
    }
}
