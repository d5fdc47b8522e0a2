package org.jielian.supervision.tasks;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jielian.foundation.access.AsSystem;

/** What happens because a day has come: reports are missing, reviews late, tasks climb. */
@Singleton
class TaskClockwork {
    /** Tasks that climb in one transaction. */
    private static final int BATCH = 500;
    /** For all that was not reported in a month by tens of thousands of units. */
    private static final int LONGEST_SECONDS = 600;

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
    void tick() {
        LocalDate today = tasks.today();
        for (YearMonth month : alone(() -> missing.months(today))) {
            alone(() -> {
                List<Cause> causes = missing.causes(month, today);
                opening.settleIn(TaskKind.REPORT_MISSING, month.toString(), causes);
                return causes.size();
            });
        }
        alone(() -> {
            opening.settleAll(TaskKind.REVIEW_LATE, late.causes(today));
            return null;
        });
        int climbed;
        do {
            climbed = alone(() -> {
                List<UUID> ids = climbing(today);
                ids.forEach(id -> climb(id, today));
                return ids.size();
            });
        } while (climbed == BATCH);
    }

    /** In a transaction of its own: what a whole province did not report in a month is much, and what is done stays done. */
    private static <T> T alone(Callable<T> work) {
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(work);
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
