package org.jielian.supervision.calendar;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.CalendarState;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;

/** Keeps the calendars of the regions. A repeated, late or replayed fact changes nothing. */
@ApplicationScoped
class CalendarFacts {
    @Inject
    FactReader facts;

    @Inject
    DueDays days;

    @Inject
    Event<CalendarChanged> changed;

    @Incoming("calendars")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learn(ConsumerRecords<String, String> records) {
        for (CalendarState calendar : facts.newest(records, CalendarState.class)) {
            days.keep(calendar).ifPresent(from -> changed.fire(new CalendarChanged(calendar.regionCode(), from)));
        }
    }
}
