package org.jielian.supervision.evaluation;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.evaluation.Results.NodeYear;

/** Makes a batch of marked results anew, in one transaction that takes the marks away. */
@Singleton
class EvaluatingAgain {
    private static final int REGIONS = 200;

    @Inject
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Results results;

    @Inject
    EvaluationConfig config;

    @Inject
    Event<RegionResultsKept> kept;

    @Inject
    Clock clock;

    /** How many unit years were evaluated. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int units() {
        List<NodeYear> taken = take(true, config.batch());
        evaluate(taken, true);
        return taken.size();
    }

    /** How many region years were. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int regions() {
        List<NodeYear> taken = take(false, REGIONS);
        evaluate(taken, false);
        if (!taken.isEmpty()) {
            kept.fire(new RegionResultsKept(taken.stream().map(NodeYear::node).collect(Collectors.toSet())));
        }
        return taken.size();
    }

    /** What nothing more happens to for the moment, or what has waited long enough; what another instance has taken is left to it. */
    private List<NodeYear> take(boolean units, int most) {
        Instant now = clock.instant();
        List<?> rows = em.createNativeQuery("""
                        update evaluated_year e set stale = false
                        from (select node, year from evaluated_year
                            where stale and is_unit = ?1 and (marked_at <= ?2 or stale_since <= ?3)
                            order by node, year limit ?4 for update skip locked) taken
                        where e.node = taken.node and e.year = taken.year
                        returning e.node, e.year""")
                .setParameter(1, units)
                .setParameter(2, now.minus(config.quiet()))
                .setParameter(3, now.minus(config.latest()))
                .setParameter(4, most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new NodeYear((String) r[0], ((Number) r[1]).intValue()))
                .toList();
    }

    private void evaluate(List<NodeYear> taken, boolean units) {
        if (taken.isEmpty()) return;
        Rulebook rulebook = rulebooks.open();
        Map<Integer, Set<String>> byYear = new TreeMap<>();
        taken.forEach(
                t -> byYear.computeIfAbsent(t.year(), year -> new TreeSet<>()).add(t.node()));
        List<Result> evaluated = new ArrayList<>();
        byYear.forEach((year, nodes) -> evaluated.addAll(evaluate(rulebook, nodes, year, units)));
        results.replace(Set.copyOf(taken), evaluated);
    }

    private List<Result> evaluate(Rulebook rulebook, Collection<String> nodes, int year, boolean units) {
        // whose release judges is only known with the subject, and which base years are needed only with the release
        List<Subject> found = read(nodes, year, Set.of(), units);
        Map<String, List<Rules>> rules = new HashMap<>();
        for (Subject subject : found) {
            rules.computeIfAbsent(subject.regionCode(), region -> rulebook.standardsOf(region).stream()
                    .flatMap(standard -> rulebook.of(region, standard, year).stream())
                    .toList());
        }
        Set<Integer> baseYears = rules.values().stream()
                .flatMap(List::stream)
                .map(Rules::content)
                .map(Rulebook::baseYears)
                .flatMap(Set::stream)
                .filter(base -> base != year)
                .collect(Collectors.toSet());
        Map<String, Subject> withBase = withYears(found, nodes, year, baseYears, units);
        List<Result> evaluated = new ArrayList<>();
        for (Subject subject : withBase.values()) {
            if (subject.in(year).reports() == 0) continue;
            rules.get(subject.regionCode()).forEach(r -> evaluated.add(Evaluating.of(subject, r, year)));
        }
        return evaluated;
    }

    private Map<String, Subject> withYears(
            List<Subject> found, Collection<String> nodes, int year, Set<Integer> baseYears, boolean units) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        boolean anyBase = !baseYears.isEmpty() && exists(nodes, baseYears);
        List<Subject> all = anyBase ? read(nodes, year, baseYears, units) : found;
        all.forEach(subject -> subjects.put(subject.node(), subject));
        return subjects;
    }

    /** Mostly there are no figures of the base year, and looking for them report by report would double the work. */
    private boolean exists(Collection<String> nodes, Set<Integer> years) {
        return !em.createNativeQuery("select 1 from evaluated_year where node = any(?1) and year = any(?2) limit 1")
                .setParameter(1, nodes.toArray(String[]::new))
                .setParameter(2, years.toArray(Integer[]::new))
                .getResultList()
                .isEmpty();
    }

    private List<Subject> read(Collection<String> nodes, int year, Set<Integer> baseYears, boolean units) {
        return units ? subjects.units(nodes, year, baseYears) : subjects.regions(nodes, year, baseYears);
    }
}
