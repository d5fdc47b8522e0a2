package org.jielian.supervision.trial;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.cascade.Carrying;
import org.jielian.supervision.evaluation.Evaluating;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.evaluation.Result.Figure;
import org.jielian.supervision.evaluation.Rulebook;
import org.jielian.supervision.evaluation.Rulebooks;
import org.jielian.supervision.evaluation.Subject;
import org.jielian.supervision.evaluation.Subjects;
import org.jielian.supervision.trial.Change.Effect;

/**
 * Tries a package on a year's reports (试算): what would hold in each region below, with what each had made stricter carried over as the
 * cascade does it, and how each unit would stand by it, with the function that makes the real results.
 */
@Singleton
class Trying {
    /** Units whose reports are in memory at a time. */
    private static final int CHUNK = 2000;

    @Inject
    EntityManager em;

    @Inject
    Carrying carrying;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Subjects subjects;

    /** What came of it: one line for each region with units, the whole first, and each change with the regions it counts in. */
    record Outcome(int units, List<Affected> summary, List<Change> changes, List<List<String>> lineages) {}

    private record Region(String code, String name, String tier, String parent) {}

    /**
     * Tries a package in a region and below.
     *
     * @param content what would hold in the region itself
     */
    Outcome of(String region, String path, String standard, StandardPackage content, int year) {
        Map<String, Region> regions = regions(path);
        Map<String, StandardPackage> packages = comeDown(region, standard, content, regions);
        Rulebook rulebook = rulebooks.open();
        Map<String, String> names = units(path);
        Tally tally = new Tally();
        List<String> codes = new ArrayList<>(names.keySet());
        for (int i = 0; i < codes.size(); i += CHUNK) {
            List<String> chunk = codes.subList(i, Math.min(codes.size(), i + CHUNK));
            for (Subject subject : subjects.units(chunk, year, Rulebook.baseYears(content))) {
                StandardPackage then = packages.get(subject.regionCode());
                if (then == null || subject.years().get(year) == null) continue;
                Optional<Result> before = rulebook.of(subject.regionCode(), standard, year)
                        .map(rules -> Evaluating.of(subject, rules, year));
                Result after = Evaluating.of(subject, rulebook.by(standard, null, then), year);
                tally.add(subject, names.get(subject.node()), before.orElse(null), after, regions);
            }
        }
        return tally.outcome(regions);
    }

    /** What would hold in each region once everybody has inherited. Parents come before their children. */
    private Map<String, StandardPackage> comeDown(
            String region, String standard, StandardPackage content, Map<String, Region> regions) {
        Map<String, StandardPackage> packages = new LinkedHashMap<>();
        packages.put(region, content);
        for (Region below : regions.values()) {
            StandardPackage above = packages.get(below.parent());
            if (above == null || below.code().equals(region)) continue;
            packages.put(
                    below.code(), carrying.to(above, standard, below.code()).content());
        }
        return packages;
    }

    private Map<String, Region> regions(String path) {
        List<?> rows = em.createNativeQuery("""
                        select code, name, tier, split_part(reverse(rtrim(path, '/')), '/', 2) from known_region
                        where starts_with(path, ?1) and closed_from is null order by length(path), code""").setParameter(1, path).getResultList();
        Map<String, Region> regions = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(r -> {
            String parent = new StringBuilder((String) r[3]).reverse().toString();
            regions.put((String) r[0], new Region((String) r[0], (String) r[1], (String) r[2], parent));
        });
        return regions;
    }

    private Map<String, String> units(String path) {
        List<?> rows = em.createNativeQuery(
                        "select code, name from known_unit where starts_with(path, ?1) order by code")
                .setParameter(1, path)
                .getResultList();
        Map<String, String> names = new LinkedHashMap<>();
        rows.stream().map(row -> (Object[]) row).forEach(r -> names.put((String) r[0], (String) r[1]));
        return names;
    }

    /** Counts units by region. */
    private static final class Tally {
        private final List<Change> changes = new ArrayList<>();
        private final List<List<String>> lineages = new ArrayList<>();
        private final Map<String, int[]> counts = new LinkedHashMap<>();
        private int units;

        void add(Subject subject, String name, Result before, Result after, Map<String, Region> regions) {
            units++;
            List<String> lineage =
                    subject.lineage().stream().filter(regions::containsKey).toList();
            Set<Effect> effects = new HashSet<>();
            for (Figure figure : after.figures()) {
                Figure now = before == null ? null : before.figure(figure.indicator());
                if (Objects.equals(now == null ? null : now.band(), figure.band())) continue;
                Change change = Change.of(subject.node(), name, subject.regionCode(), now, figure);
                changes.add(change);
                lineages.add(lineage);
                effects.add(change.effect());
            }
            lineage.forEach(region -> count(counts.computeIfAbsent(region, r -> new int[5]), effects));
        }

        private static void count(int[] counts, Set<Effect> effects) {
            counts[0]++;
            if (effects.stream().anyMatch(Effect::isBetter)) counts[1]++;
            if (effects.stream().anyMatch(Effect::isWorse)) counts[2]++;
            if (effects.contains(Effect.NEWLY_ABOVE)) counts[3]++;
            if (effects.contains(Effect.NEWLY_WITHIN)) counts[4]++;
        }

        Outcome outcome(Map<String, Region> regions) {
            List<Affected> summary = regions.values().stream()
                    .filter(region -> counts.containsKey(region.code()))
                    .map(region -> affected(region, counts.get(region.code())))
                    .toList();
            return new Outcome(units, summary, changes, lineages);
        }

        private static Affected affected(Region r, int[] c) {
            return new Affected(r.code(), r.name(), r.tier(), c[0], c[1], c[2], c[3], c[4]);
        }
    }
}
