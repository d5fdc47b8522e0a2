package org.jielian.supervision.inspections;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.access.AsSystem;

/** What happens because a day has come or the register has changed. */
@Singleton
class InspectionClockwork {
    private static final int AT_ONCE = 200;

    @Inject
    Inspecting inspecting;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Scheduled(every = "${inspections.look-at-the-clock}", concurrentExecution = ConcurrentExecution.SKIP)
    @AsSystem
    @Transactional
    void tick() {
        each("select i.id from inspection i where i.status = 'CONCLUDED' and i.due < ?1", LocalDate.now(clock))
                .forEach(inspecting::goOnInSilence);
        each(
                        "select i.id from inspection i join known_unit u on u.code = i.unit_code"
                                + " where i.status = 'PLANNED' and u.closed_from <= ?1",
                        YearMonth.now(clock).toString())
                .forEach(inspecting::cancelClosed);
    }

    /** Held from here on, so that nobody takes a step between the look and what follows from it; who is being worked on waits. */
    @SuppressWarnings("unchecked")
    private List<UUID> each(String select, Object parameter) {
        return em.createNativeQuery(select + " limit " + AT_ONCE + " for update of i skip locked", UUID.class)
                .setParameter(1, parameter)
                .getResultList();
    }

    /** What concerns a unit stands where the unit stands. */
    void directoryChanged(@Observes DirectoryChanged change) {
        for (String table : List.of("inspection", "rectification")) {
            em.createNativeQuery("update " + table + " t set path = n.path from node_path n"
                            + " where n.code = t.unit_code and n.code = any(?1) and t.path <> n.path")
                    .setParameter(1, change.units().toArray(String[]::new))
                    .executeUpdate();
        }
    }
}
