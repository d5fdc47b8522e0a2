package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.evaluation.KeptResults;
import org.jielian.supervision.evaluation.Missing;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.evaluation.Rulebooks;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Total;
import org.jielian.supervision.standards.Releases;

/** By what a title is judged: the standard that judges the year, and what the unit's own figures say. */
@Singleton
class Judging {
    /** What only a complete year of reports can tell; nobody may state it instead. */
    private static final Set<Missing.Code> FROM_REPORTS_ALONE =
            Set.of(Missing.Code.NO_REPORTS, Missing.Code.YEAR_INCOMPLETE, Missing.Code.NOT_REPORTED);

    @Inject
    Rulebooks rulebooks;

    @Inject
    Releases releases;

    @Inject
    KeptResults results;

    @Inject
    Clock clock;

    /**
     * A standard.
     *
     * @param release key of the release
     */
    record Standard(String release, StandardPackage content) {}

    /** The standard of a title: the one it was evaluated by, or, before that, the one that judges the year now. */
    Standard of(Title title) {
        if (title.release != null) {
            ReleaseState release = releases.require(title.release);
            return new Standard(release.key(), release.content());
        }
        return judging(title.regionCode, title.standardCode, title.year);
    }

    Standard judging(String region, String standard, int year) {
        return rulebooks
                .open()
                .of(region, standard, year)
                .map(rules -> new Standard(rules.release(), rules.content()))
                .orElseThrow(() -> TitleProblem.NO_STANDARD.because(
                        "%s 没有适用于 %s 年的标准 %s", "%s has no release that judges %s by %s", region, year, standard));
    }

    /**
     * What the unit's figures say of a year.
     *
     * @param scores by item, of what could be computed
     * @param missing by item, why it could not; items that are not computed at all are in neither
     * @param monthsMissing months of the year without a report; {@code null} when nothing is known of the unit
     */
    record Computed(Map<String, Score> scores, Map<String, Missing> missing, Long monthsMissing) {
        static final Computed NOTHING = new Computed(Map.of(), Map.of(), null);

        /** Whether an item waits for reports, so that no statement can take their place. */
        boolean waitsForReports(String item) {
            Missing why = missing.get(item);
            return why != null && FROM_REPORTS_ALONE.contains(why.code());
        }
    }

    Computed computed(String unit, String standard, int year) {
        return results.find(unit, standard, year).map(this::computed).orElse(Computed.NOTHING);
    }

    Computed computed(Result result) {
        Map<String, Score> scores = new TreeMap<>();
        Map<String, Missing> missing = new TreeMap<>();
        String source = source(result);
        for (Result.ItemPoints item : result.points()) {
            if (item.points() == null) {
                missing.put(item.item(), item.missing());
            } else {
                scores.put(
                        item.item(), new Score(true, null, item.points(), source, null, null, null, clock.instant()));
            }
        }
        return new Computed(scores, missing, Math.max(0, result.monthsExpected() - result.monthsReported()));
    }

    private static String source(Result r) {
        return "%s · %s v%s · %s/%s"
                .formatted(
                        r.basis().release(),
                        r.basis().coefficientSet(),
                        r.basis().coefficientVersion(),
                        r.monthsReported(),
                        r.monthsExpected());
    }

    /** How a title stands: what holds of each item, on the figures of now while the unit evaluates itself. */
    Total total(Title title, Standard standard) {
        return Total.of(standard.content(), title.holding(live(title).scores()));
    }

    /** The figures of now count until the unit has finished; then those of that moment are among its scores. */
    Computed live(Title title) {
        return title.state == State.DRAFT ? computed(title.unitCode, title.standardCode, title.year) : Computed.NOTHING;
    }
}
