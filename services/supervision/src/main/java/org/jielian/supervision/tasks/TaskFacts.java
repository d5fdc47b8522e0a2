package org.jielian.supervision.tasks;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.RectificationState;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ResultState;
import org.jielian.contracts.TitleState;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;
import org.jielian.supervision.evaluation.RegionResultsKept;
import org.jielian.supervision.evaluation.ReportsKept;

/** Opens tasks upon facts, and says when a cause is gone. A repeated, late or replayed fact changes nothing. */
@ApplicationScoped
class TaskFacts {
    @Inject
    FactReader facts;

    @Inject
    StandingCauses standing;

    @Inject
    OpeningTasks opening;

    @Inject
    Tasks tasks;

    @Inject
    EntityManager em;

    @Incoming("task-results")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnResults(ConsumerRecords<String, String> records) {
        Set<String> units = codes(facts.newest(records, ResultState.class), ResultState::unitCode);
        opening.settle(TaskKind.ABOVE_CONSTRAINT, units, standing.aboveConstraint(units));
        opening.settle(TaskKind.TARGET_MISSED, units, standing.targetsMissed(units, tasks.today()));
    }

    void regionResultsKept(@Observes RegionResultsKept kept) {
        opening.settle(TaskKind.TARGET_MISSED, kept.regions(), standing.targetsMissed(kept.regions(), tasks.today()));
    }

    @Incoming("task-titles")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnTitles(ConsumerRecords<String, String> records) {
        Set<String> units = codes(facts.newest(records, TitleState.class), TitleState::unitCode);
        opening.settle(TaskKind.TITLE_AT_RISK, units, standing.titlesAtRisk(units));
    }

    @Incoming("task-adoptions")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnAdoptions(ConsumerRecords<String, String> records) {
        Set<String> regions = codes(facts.newest(records, AdoptionState.class), AdoptionState::regionCode);
        opening.settle(TaskKind.RELEASE_NOT_CONFIRMED, regions, standing.notConfirmed(regions));
        opening.settle(TaskKind.VALUES_IN_CONFLICT, regions, standing.inConflict(regions));
    }

    @Incoming("task-rectifications")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnRectifications(ConsumerRecords<String, String> records) {
        Set<String> units = codes(facts.newest(records, RectificationState.class), RectificationState::unitCode);
        opening.settle(TaskKind.INSPECTION_FINDING, units, standing.toBeRectified(units));
    }

    /** A report that came takes the cause away; one that was taken back is found by the next look at the clock. */
    void reportsKept(@Observes ReportsKept kept) {
        opening.gone(
                TaskKind.REPORT_MISSING,
                kept.reports().stream()
                        .filter(r -> r.status() != ReportState.Status.WITHDRAWN && r.countsIn() != null)
                        .map(ReportState::key)
                        .toList());
        Set<String> units = codes(kept.reports(), ReportState::unitCode);
        opening.settle(TaskKind.EXPLANATION_REFUSED, units, standing.explanationsRefused(units));
    }

    /** Rows stand where their node stands, and whoever is in charge stands above it. */
    void directoryChanged(@Observes DirectoryChanged change) {
        List<String> moved = java.util.stream.Stream.concat(change.regions().stream(), change.units().stream())
                .toList();
        for (String table : List.of("task_cause t", "task_record t")) {
            String node = table.startsWith("task_cause") ? "t.node" : "t.target";
            em.createNativeQuery("update " + table + " set path = n.path from node_path n where n.code = " + node
                            + " and n.code = any(?1) and t.path <> n.path")
                    .setParameter(1, moved.toArray(String[]::new))
                    .executeUpdate();
        }
        for (Object row : em.createNativeQuery(
                        "select t.id, n.path from supervision_task t join node_path n on n.code = t.target"
                                + " where t.target = any(?1) and t.path <> n.path")
                .setParameter(1, moved.toArray(String[]::new))
                .getResultList()) {
            Object[] r = (Object[]) row;
            em.find(SupervisionTask.class, (UUID) r[0]).moveTo((String) r[1]);
        }
    }

    private static <T> Set<String> codes(List<T> of, Function<T, String> code) {
        return of.stream().map(code).collect(Collectors.toSet());
    }
}
