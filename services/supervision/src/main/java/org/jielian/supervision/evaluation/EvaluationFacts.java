package org.jielian.supervision.evaluation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;

/** Keeps the copies results are made of, and marks what has to be made anew. A repeated, late or replayed fact changes nothing. */
@ApplicationScoped
class EvaluationFacts {
    @Inject
    FactReader facts;

    @Inject
    Copies copies;

    @Inject
    Marking marking;

    @Inject
    Event<ReportsKept> kept;

    @Inject
    EntityManager em;

    /** Of a unit, what the quotas ask for beyond the directory. */
    record Registered(String unitCode, long version, String heating, String kind, String level) {}

    @Incoming("coefficients")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnCoefficients(ConsumerRecords<String, String> records) {
        boolean news = false;
        for (CoefficientsState set : facts.newest(records, CoefficientsState.class)) news |= copies.keep(set);
        if (news) marking.all();
    }

    @Incoming("register")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnRegister(ConsumerRecords<String, String> records) {
        Set<String> changed = copies.keepRegistered(facts.newest(records, Registered.class));
        marking.nodes(changed.toArray(String[]::new));
    }

    @Incoming("reports")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnReports(ConsumerRecords<String, String> records) {
        List<ReportState> reports = copies.keepReports(facts.newest(records, ReportState.class));
        if (reports.isEmpty()) return;
        kept.fire(new ReportsKept(reports));
        marking.figures(
                reports.stream().map(ReportState::unitCode).toArray(String[]::new),
                reports.stream().map(r -> r.period().getYear()).toArray(Integer[]::new),
                true);
    }

    @Incoming("rollups")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnRollups(ConsumerRecords<String, String> records) {
        List<RollupState> cells = copies.keepCells(facts.newest(records, RollupState.class));
        marking.figures(
                cells.stream().map(RollupState::regionCode).toArray(String[]::new),
                cells.stream().map(c -> c.period().getYear()).toArray(Integer[]::new),
                false);
    }

    /** Rows stand where their node stands; who administers a unit, or what stands above a region, decides by what they are judged. */
    void directoryChanged(@Observes DirectoryChanged change) {
        String[] units = change.units().toArray(String[]::new);
        String[] regions = change.regions().toArray(String[]::new);
        for (String table : List.of("report_copy t", "result t", "result_history t")) {
            String node = table.startsWith("report") ? "t.unit_code" : "t.node";
            em.createNativeQuery("update " + table + " set path = k.path from known_unit k where k.code = " + node
                            + " and k.code = any(?1) and t.path is distinct from k.path")
                    .setParameter(1, units)
                    .executeUpdate();
        }
        for (String table : List.of("cell_copy t", "result t", "result_history t")) {
            String node = table.startsWith("cell") ? "t.region_code" : "t.node";
            em.createNativeQuery("update " + table + " set path = k.path from known_region k where k.code = " + node
                            + " and k.code = any(?1) and t.path is distinct from k.path")
                    .setParameter(1, regions)
                    .executeUpdate();
        }
        marking.nodes(units);
        marking.nodes(regions);
    }
}
