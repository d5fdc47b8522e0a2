package org.jielian.metrics.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.YearMonth;

/** Which months may be reported. */
@ConfigMapping(prefix = "reporting")
public interface ReportingConfig {
    /** First month that can be reported. */
    @WithDefault("2020-01") // the base year the declines of the current plan are measured against
    YearMonth firstPeriod();
}
