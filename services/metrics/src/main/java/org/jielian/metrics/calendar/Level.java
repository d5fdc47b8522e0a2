package org.jielian.metrics.calendar;

import org.jielian.contracts.Tier;

/** Who has something to do for a month, from the bottom up, and by which day of the following month unless a region says otherwise. */
public enum Level {
    /** Hands its report in. */
    UNIT(5),
    /** Closes the month, as the levels above do. */
    COUNTY(10),
    CITY(15),
    PROVINCE(20);

    /** The usual cascade; what is due on a holiday is due on the next working day. */
    private final int usualDay;

    Level(int usualDay) {
        this.usualDay = usualDay;
    }

    int usualDay() {
        return usualDay;
    }

    static Level of(Tier tier) {
        return valueOf(tier.name());
    }
}
