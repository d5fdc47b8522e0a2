package org.jielian.supervision.recognition;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.TitleState;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Scorer;
import org.jielian.supervision.scoring.Total;

/**
 * One unit's way to the title of a conservation-oriented agency, from its self-evaluation on (自评、认定). {@link Recognising} moves it along
 * {@link Steps}; items are scored beside each other by the unit and the tiers above.
 */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Title {
    /** A visit on site and what was seen. */
    record Visit(String regionCode, LocalDate on, String found, String by, Instant at) {}

    /** Whether the draw for site visits took it, and by which seed that can be repeated. */
    record Drawn(String regionCode, boolean visit, String seed, Instant at) {}

    /** An objection during the notice. {@code decision} is {@code null} while it is open. */
    record Objection(String reason, String by, String node, Instant at, String decision, String decidedBy) {}

    /** What was said on the last step that needed a reason. */
    record Said(Action action, String reason, String by, String node, Instant at) {}

    UUID id;
    String unitCode;
    String unitName;
    String regionCode;
    String standardCode;
    int year;
    String province;
    State state = State.DRAFT;
    long version;
    String release;
    String holder;
    LocalDate due;
    Map<String, Map<Scorer, Score>> scores = new TreeMap<>();
    Drawn drawn;
    List<Visit> visits = new ArrayList<>();
    LocalDate noticeFrom;
    LocalDate noticeUntil;
    /** Working days of the notice that are left while an objection pauses it; {@code null} while it runs. */
    Integer pausedWith;

    List<Objection> objections = new ArrayList<>();
    String number;
    String checkCode;
    LocalDate recognisedOn;
    LocalDate onSiteDue;
    /** Day on which the last re-check began; {@code null} before the first. */
    LocalDate recheckedFrom;

    LocalDate endedOn;
    Said said;

    /** What holds of each item: the last tier's score, computed ones where nobody said otherwise. */
    Map<String, Score> holding(Map<String, Score> computed) {
        Map<String, Score> holding = new TreeMap<>(computed);
        // while the unit evaluates itself again, what reviewers said is there to be read and no more
        scores.forEach((item, by) -> by.forEach((scorer, score) -> {
            if (state != State.DRAFT || scorer == Scorer.SELF) holding.put(item, score);
        }));
        return holding;
    }

    /** What held when that tier had scored: its own scores over those of the tiers before it. */
    Total totalOf(Scorer upTo, StandardPackage content) {
        Map<String, Score> holding = new TreeMap<>();
        scores.forEach((item, by) -> by.forEach((scorer, score) -> {
            if (scorer.compareTo(upTo) <= 0) holding.put(item, score);
        }));
        return Total.of(content, holding);
    }

    void put(String item, Scorer scorer, Score score) {
        scores.computeIfAbsent(item, i -> new EnumMap<>(Scorer.class)).put(scorer, score);
    }

    /** Back at the unit: what reviewers said stays to be read, and counts no more once the unit has evaluated itself again. */
    void dropReviews() {
        scores.values().forEach(by -> by.keySet().removeIf(scorer -> scorer != Scorer.SELF));
        drawn = null;
        visits.clear();
    }

    /** Figures of an earlier moment give way to those of now. */
    void dropComputed() {
        scores.values().forEach(by -> by.values().removeIf(score -> score.source() != null));
    }

    boolean isPaused() {
        return pausedWith != null;
    }

    Objection openObjection() {
        return objections.stream().filter(o -> o.decision() == null).findFirst().orElse(null);
    }

    void decideObjection(String decision, String by) {
        objections.replaceAll(
                o -> o.decision() == null ? new Objection(o.reason(), o.by(), o.node(), o.at(), decision, by) : o);
    }

    boolean visitedBy(String region) {
        return visits.stream().anyMatch(v -> v.regionCode().equals(region));
    }

    TitleState fact() {
        return new TitleState(
                unitCode,
                version,
                standardCode,
                year,
                state.name(),
                holder,
                due,
                number,
                recognisedOn,
                state.holdsTitle());
    }
}
