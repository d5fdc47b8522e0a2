package org.jielian.supervision.evaluation;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Target;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.standards.Periods;
import org.jielian.supervision.standards.Releases;

/** By which rules years are evaluated, as of one moment: each region's releases are read once. */
public final class Rulebook {
    private final Releases releases;
    private final Map<String, CoefficientsState> coefficients;
    private final Map<String, List<String>> standards = new HashMap<>();
    private final Map<String, List<ReleaseState>> ofRegion = new HashMap<>();

    Rulebook(Releases releases, Map<String, CoefficientsState> coefficients) {
        this.releases = releases;
        this.coefficients = coefficients;
    }

    List<String> standardsOf(String region) {
        return standards.computeIfAbsent(region, releases::standardsOf);
    }

    /** The rules of the release that judges the year in a region; empty if none does. */
    public Optional<Rules> of(String region, String standard, int year) {
        List<ReleaseState> all =
                ofRegion.computeIfAbsent(region + "/" + standard, key -> releases.of(region, standard));
        return Periods.judging(all, YearMonth.of(year, 1), YearMonth.of(year, 12))
                .map(r -> by(r.standardCode(), r.key(), r.content()));
    }

    /** The rules of any package. */
    public Rules by(String standard, String release, StandardPackage content) {
        return new Rules(standard, release, content, coefficients.get(content.coefficientSet()));
    }

    /** The years a package measures against. */
    public static Set<Integer> baseYears(StandardPackage content) {
        return content.targets().stream()
                .map(Target::baseYear)
                .filter(year -> year != null)
                .collect(Collectors.toSet());
    }
}
