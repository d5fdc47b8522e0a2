package org.jielian.metrics.reports;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.jielian.directory.DirectoryChanged;

/** A unit that moves takes its months from the given date with it; earlier months stay where they counted. */
@Singleton
class MovingReports {
    private static final int UNITS_AT_ONCE = 200;

    @Inject
    EntityManager em;

    @Inject
    Homes homes;

    @Inject
    RecordingReports recording;

    void follow(@Observes DirectoryChanged changed) {
        List<String> units = new ArrayList<>(changed.units());
        for (int i = 0; i < units.size(); i += UNITS_AT_ONCE) {
            List<String> some = units.subList(i, Math.min(i + UNITS_AT_ONCE, units.size()));
            homes.lock(some);
            recording.relocate(Report.<Report>list("unitCode in ?1", some));
            em.flush();
            em.clear();
        }
    }
}
