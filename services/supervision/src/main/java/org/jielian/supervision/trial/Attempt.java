package org.jielian.supervision.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.evaluation.Evaluating;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.evaluation.Result.Figure;
import org.jielian.supervision.evaluation.Rulebook;
import org.jielian.supervision.evaluation.Subject;
import org.jielian.supervision.evaluation.Subjects;
import org.jielian.supervision.trial.Change.Effect;

/** A package being tried: what holds now and what would hold are those of the moment it began, the reports are read step by step. */
final class Attempt {
    private final Subjects subjects;
    private final Rulebook rulebook;
    private final What what;
    private final Map<String, Region> regions;
    private final Map<String, String> names;
    private final List<String> codes;
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private int looked;
    private int evaluated;

    /**
     * What is tried.
     *
     * @param packages what would hold, by region
     */
    record What(String standard, StandardPackage content, Map<String, StandardPackage> packages, int year) {}

    record Region(String code, String name, String tier, String parent) {}

    /** A unit's change, and the regions it counts in. */
    record Counted(Change change, List<String> lineage) {}

    /** What came of some units: how many were looked at and how many of these had reports, and each change. */
    record Step(int looked, int evaluated, List<Counted> changes) {}

    /**
     * Nothing is looked at yet.
     *
     * @param names of all units below, by code
     */
    Attempt(Subjects subjects, Rulebook rulebook, What what, Map<String, Region> regions, Map<String, String> names) {
        this.subjects = subjects;
        this.rulebook = rulebook;
        this.what = what;
        this.regions = regions;
        this.names = names;
        this.codes = List.copyOf(names.keySet());
    }

    /** Units there are. */
    int total() {
        return codes.size();
    }

    boolean isOver() {
        return looked >= codes.size();
    }

    /** Units that had reports so far. */
    int evaluated() {
        return evaluated;
    }

    /** Evaluates the next units. */
    Step next(int most) {
        List<String> chunk = codes.subList(looked, Math.min(codes.size(), looked + most));
        List<Counted> changes = new ArrayList<>();
        int before = evaluated;
        for (Subject subject : subjects.units(chunk, what.year(), Rulebook.baseYears(what.content()))) {
            StandardPackage then = what.packages().get(subject.regionCode());
            if (then == null || subject.years().get(what.year()) == null) continue;
            changes.addAll(compare(subject, then));
        }
        looked += chunk.size();
        return new Step(chunk.size(), evaluated - before, changes);
    }

    private List<Counted> compare(Subject subject, StandardPackage then) {
        Optional<Result> before = rulebook.of(subject.regionCode(), what.standard(), what.year())
                .map(rules -> Evaluating.of(subject, rules, what.year()));
        Result after = Evaluating.of(subject, rulebook.by(what.standard(), null, then), what.year());
        List<String> lineage =
                subject.lineage().stream().filter(regions::containsKey).toList();
        List<Counted> changes = new ArrayList<>();
        for (Figure figure : after.figures()) {
            Figure now = before.map(b -> b.figure(figure.indicator())).orElse(null);
            if (Objects.equals(now == null ? null : now.band(), figure.band())) continue;
            String name = names.get(subject.node());
            changes.add(new Counted(Change.of(subject.node(), name, subject.regionCode(), now, figure), lineage));
        }
        evaluated++;
        count(lineage, changes);
        return changes;
    }

    private void count(List<String> lineage, List<Counted> changes) {
        Set<Effect> effects = new HashSet<>();
        changes.forEach(c -> effects.add(c.change().effect()));
        for (String region : lineage) {
            int[] c = counts.computeIfAbsent(region, r -> new int[5]);
            c[0]++;
            if (effects.stream().anyMatch(Effect::isBetter)) c[1]++;
            if (effects.stream().anyMatch(Effect::isWorse)) c[2]++;
            if (effects.contains(Effect.NEWLY_ABOVE)) c[3]++;
            if (effects.contains(Effect.NEWLY_WITHIN)) c[4]++;
        }
    }

    /** One line for each region with units, the whole first. */
    List<Affected> summary() {
        return regions.values().stream()
                .filter(region -> counts.containsKey(region.code()))
                .map(region -> affected(region, counts.get(region.code())))
                .toList();
    }

    private static Affected affected(Region r, int[] c) {
        return new Affected(r.code(), r.name(), r.tier(), c[0], c[1], c[2], c[3], c[4]);
    }
}
