package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.evidence.EvidenceDesk;
import org.jielian.supervision.scoring.Found;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Scorer;
import org.jielian.supervision.scoring.Scoring;

/** The unit scores its items; each tier that reviews sets its own score beside the former one, with a reason where it differs. */
@Singleton
class ScoringItems {
    @Inject
    Titles titles;

    @Inject
    Judging judging;

    @Inject
    AuditTrail audit;

    @Inject
    Person person;

    @Inject
    EvidenceDesk desk;

    @Inject
    Clock clock;

    /**
     * What somebody says of an item.
     *
     * @param applicable {@code null} stands for yes
     * @param value see {@link Found}
     * @param points what a reviewer gives by hand; {@code null} to have them computed from what was found
     * @param evidence about the unit; {@code null} for none
     */
    record Said(
            Boolean applicable,
            BigDecimal value,
            BigDecimal of,
            BigDecimal points,
            String reason,
            List<UUID> evidence) {
        boolean isApplicable() {
            return applicable == null || applicable;
        }

        List<UUID> shown() {
            return evidence == null ? List.of() : evidence;
        }

        boolean hasReason() {
            return reason != null && !reason.isBlank();
        }
    }

    @Transactional
    Title score(UUID id, String code, Said said) {
        Titles.Kept kept = titles.hold(id);
        Title title = kept.title();
        if (!Objects.equals(person.node(), title.holder)) {
            throw CommonProblem.FORBIDDEN.because(
                    "目前由 %s 办理，您只能查看", "%s holds it now; you may only look at it", title.holder);
        }
        desk.require(said.shown(), title.unitCode);
        Judging.Standard standard = judging.of(title);
        Item item = standard.content().items().stream()
                .filter(i -> i.code().equals(code))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("标准没有指标 %s", "the standard has no item %s", code));
        Scorer scorer = scorer(title);
        Score score = scorer == Scorer.SELF ? own(title, item, said, standard) : reviewed(title, item, said, standard);
        Score before = title.scores.getOrDefault(code, Map.of()).get(scorer);
        title.put(code, scorer, score);
        titles.keep(
                title,
                kept.path(),
                "SCORED",
                title.state.name(),
                judging.total(title, standard).score(),
                said.reason());
        audit.record("ITEM_SCORED", Titles.subject(id) + "/" + code, kept.path(), before, score, said.reason());
        return title;
    }

    private static Scorer scorer(Title title) {
        return switch (title.state) {
            case DRAFT -> Scorer.SELF;
            case COUNTY_REVIEW -> Scorer.COUNTY;
            case CITY_REVIEW -> Scorer.CITY;
            case PROVINCE_REVIEW -> Scorer.PROVINCE;
            default ->
                throw TitleProblem.NOT_A_STEP.because("“%s”状态下不能评分", "items can't be scored in state %s", title.state);
        };
    }

    private Score own(Title title, Item item, Said said, Judging.Standard standard) {
        if (said.points() != null) {
            throw CommonProblem.INVALID.because("自评填写实际情况，分数由系统计算", "say what was found; the points follow from it");
        }
        if (!said.isApplicable()) return notApplicable(item, said);
        Judging.Computed computed = judging.live(title);
        if (computed.scores().containsKey(item.code())) {
            throw CommonProblem.INVALID.because("%s 由上报数据计算", "%s is computed from the unit's reports", item.code());
        }
        if (computed.waitsForReports(item.code())) {
            throw CommonProblem.INVALID.because("%s 需先补齐本年度报表", "%s waits for the reports of the year", item.code());
        }
        Found found = new Found(said.value(), said.of());
        BigDecimal points = Scoring.points(item, found, standard.content());
        return new Score(true, found, points, null, said.reason(), said.evidence(), person.name(), clock.instant());
    }

    private Score reviewed(Title title, Item item, Said said, Judging.Standard standard) {
        Score before = title.holding(Map.of()).get(item.code());
        if (!said.isApplicable()) return notApplicable(item, said);
        Found found = said.points() == null ? new Found(said.value(), said.of()) : null;
        BigDecimal points =
                said.points() == null ? Scoring.points(item, found, standard.content()) : byHand(item, said.points());
        boolean same = before != null && before.applicable() && before.points().compareTo(points) == 0;
        if (!same && !said.hasReason()) {
            throw CommonProblem.INVALID.because(
                    "%s 的评分与上一级不同，请说明理由", "%s differs from the score before; say why", item.code());
        }
        return new Score(true, found, points, null, said.reason(), said.evidence(), person.name(), clock.instant());
    }

    private Score notApplicable(Item item, Said said) {
        if (!said.hasReason()) {
            throw CommonProblem.INVALID.because("请说明 %s 为何不适用", "say why %s is not applicable", item.code());
        }
        return new Score(false, null, null, null, said.reason(), said.evidence(), person.name(), clock.instant());
    }

    private static BigDecimal byHand(Item item, BigDecimal points) {
        boolean within = points.signum() >= 0 && points.compareTo(item.points()) <= 0;
        if (!within || points.stripTrailingZeros().scale() > Scoring.DECIMALS) {
            throw CommonProblem.INVALID.because(
                    "%s 的得分应在 0 至 %s 之间，最多 4 位小数",
                    "points of %s lie between 0 and %s, with at most 4 decimals", item.code(), item.points());
        }
        return points;
    }
}
