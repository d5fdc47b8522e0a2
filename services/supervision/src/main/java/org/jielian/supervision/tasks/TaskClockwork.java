package org.jielian.supervision.tasks;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.AsSystem;

/** What happens because a day has come: reports are missing, reviews late, tasks climb. */
@Singleton
class TaskClockwork {
    /** Tasks that climb in one transaction. */
    private static final int BATCH = 500;

    @Inject
    Tasks tasks;

    @Inject
    MissingReports missing;

    @Inject
    LateReviews late;

    @Inject
    OpeningTasks opening;

    @Inject
    Telling telling;

    @Inject
    Ladder ladder;

    @Inject
    EntityManager em;

    @Scheduled(every = "${tasks.look-at-the-clock}", concurrentExecution = ConcurrentExecution.SKIP)
    @AsSystem
    @Transactional
    void tick() {
        LocalDate today = tasks.today();
        List<Cause> causes = missing.causes(today);
        opening.settleSince(TaskKind.REPORT_MISSING, missing.lookedFrom(today).toString(), causes);
        opening.settleAll(TaskKind.REVIEW_LATE, late.causes(today));
        em.flush();
        climbing(today).forEach(id -> climb(id, today));
    }

    private List<UUID> climbing(LocalDate today) {
        List<?> rows = em.createNativeQuery("""
                        select id from supervision_task where closed_at is null and climbs_on <= ?1 and cause_gone_at is null
                        and status in ('OPEN', 'RETURNED', 'EXTENSION_ASKED') order by climbs_on, id limit ?2""")
                .setParameter(1, today)
                .setParameter(2, BATCH)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** Rung by rung, also when the service was away on the day of one. */
    private void climb(UUID id, LocalDate today) {
        SupervisionTask task;
        do {
            task = tasks.step(id, "TASK_CLIMB", null, t -> t.climb(today, ladder));
            tasks.recordRung(task);
            telling.climbed(task);
        } while (task.climbsOn != null && !task.climbsOn.isAfter(today));
    }
}
