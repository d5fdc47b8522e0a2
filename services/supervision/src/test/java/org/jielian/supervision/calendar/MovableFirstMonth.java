package org.jielian.supervision.calendar;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;

/** In tests nothing is missing until a test says from when on. */
@Mock
@ApplicationScoped
public class MovableFirstMonth extends FirstMonth {
    private static final YearMonth NEVER = YearMonth.of(2999, 1);
    private static volatile YearMonth first = NEVER;

    public static void is(YearMonth month) {
        first = month;
    }

    public static void never() {
        first = NEVER;
    }

    @Override
    public YearMonth get() {
        return first;
    }
}
