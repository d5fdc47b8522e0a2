package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.contracts.StandardPackage.Name;
import org.jielian.contracts.StandardPackage.ScoringFunction;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.supervision.evaluation.Missing;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Scorer;
import org.jielian.supervision.scoring.Total;

/** One title with its items, the scores of all tiers beside each other, and what the caller may do. */
@Singleton
class ReadingTitles {
    @Inject
    Titles titles;

    @Inject
    Judging judging;

    @Inject
    Recognising recognising;

    @Inject
    AuditTrail audit;

    @Inject
    org.jielian.foundation.access.Person person;

    @Inject
    Clock clock;

    /**
     * One item.
     *
     * @param computed what the unit's figures of now say; only while it evaluates itself
     * @param missing why they say nothing; {@code null} where nothing is computed
     * @param scores of the tiers beside each other
     */
    record ItemView(
            String code,
            String category,
            Name name,
            ScoringFunction function,
            BigDecimal points,
            boolean binding,
            StandardPackage.Threshold threshold,
            Integer frequency,
            String evidence,
            Score computed,
            Missing missing,
            Map<Scorer, Score> scores) {}

    /** One entry of the history. */
    record Happened(Instant at, String who, String node, String action, String reason) {}

    /**
     * A title.
     *
     * @param release the release it is judged by
     * @param coefficientSet what energy is computed with by that release
     * @param totals as each tier that scored left it
     * @param total what holds now
     * @param scoring whether the caller may score items now
     * @param checkCode what the certificate shows beside its number; {@code null} before recognition
     */
    record View(
            UUID id,
            String unitCode,
            String unitName,
            String regionCode,
            String standardCode,
            int year,
            State state,
            long version,
            String release,
            String coefficientSet,
            BigDecimal passLine,
            String holder,
            String holderName,
            LocalDate due,
            List<StandardPackage.Category> categories,
            List<ItemView> items,
            Map<Scorer, Total> totals,
            Total total,
            List<Action> actions,
            boolean scoring,
            Title.Drawn drawn,
            List<Title.Visit> visits,
            LocalDate noticeFrom,
            LocalDate noticeUntil,
            Integer pausedWith,
            List<Title.Objection> objections,
            String number,
            String checkCode,
            LocalDate recognisedOn,
            LocalDate onSiteDue,
            Title.Said said,
            List<Happened> history) {}

    @Transactional
    View of(UUID id) {
        return view(titles.require(id));
    }

    private View view(Titles.Kept kept) {
        Title t = kept.title();
        Judging.Standard standard = judging.of(t);
        Judging.Computed live = judging.live(t);
        return new View(
                t.id,
                t.unitCode,
                t.unitName,
                t.regionCode,
                t.standardCode,
                t.year,
                t.state,
                t.version,
                standard.release(),
                standard.content().coefficientSet(),
                standard.content().passLine(),
                t.holder,
                holderName(t),
                t.due,
                standard.content().categories(),
                standard.content().items().stream().map(i -> item(i, t, live)).toList(),
                totals(t, standard.content()),
                judging.total(t, standard),
                recognising.open(t, kept.path()),
                (t.state == State.DRAFT || t.state.isReview()) && Objects.equals(person.node(), t.holder),
                t.drawn,
                t.visits,
                t.noticeFrom,
                t.noticeUntil,
                t.pausedWith,
                t.objections,
                t.number,
                t.checkCode,
                t.recognisedOn,
                t.onSiteDue,
                t.said,
                audit.of(Titles.subject(t.id)).stream()
                        .map(e -> new Happened(e.at(), e.who(), e.node(), e.action(), e.reason()))
                        .toList());
    }

    private String holderName(Title t) {
        return t.unitCode.equals(t.holder) ? t.unitName : titles.nameOf(t.holder);
    }

    private static ItemView item(Item i, Title t, Judging.Computed live) {
        return new ItemView(
                i.code(),
                i.category(),
                i.name(),
                i.function(),
                i.points(),
                i.binding(),
                i.threshold(),
                i.frequency(),
                i.evidence(),
                live.scores().get(i.code()),
                live.missing().get(i.code()),
                t.scores.getOrDefault(i.code(), Map.of()));
    }

    private static Map<Scorer, Total> totals(Title t, StandardPackage content) {
        Map<Scorer, Total> totals = new EnumMap<>(Scorer.class);
        for (Scorer scorer : Scorer.values()) {
            boolean scored = t.scores.values().stream().anyMatch(by -> by.containsKey(scorer));
            if (scored && !(t.state == State.DRAFT && scorer == Scorer.SELF)) {
                totals.put(scorer, t.totalOf(scorer, content));
            }
        }
        return totals;
    }
}
