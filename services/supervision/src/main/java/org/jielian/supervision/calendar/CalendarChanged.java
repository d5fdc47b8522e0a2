package org.jielian.supervision.calendar;

import java.time.YearMonth;

/** Reports of a region's own units are due on other days, from a month on; fired in the transaction that learns it. */
public record CalendarChanged(String regionCode, YearMonth from) {}
