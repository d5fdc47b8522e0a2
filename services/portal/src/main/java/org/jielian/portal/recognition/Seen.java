package org.jielian.portal.recognition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What supervision says of titles. */
final class Seen {
    record Line(
            String id,
            String unitCode,
            String name,
            String regionCode,
            int year,
            String state,
            String holder,
            String holderName,
            LocalDate due,
            boolean late,
            BigDecimal score,
            String number) {}

    record Pipeline(
            String regionCode,
            String name,
            String tier,
            long eligible,
            long titled,
            BigDecimal share,
            Map<String, Long> states) {}

    record Lacking(
            String unitCode,
            String name,
            String regionCode,
            String state,
            BigDecimal score,
            BigDecimal passLine,
            List<String> failing,
            Integer unscored,
            Long monthsMissing) {}

    record Sample(String regionCode, int percent, String seed, List<String> among, List<String> drawn) {}

    record Name(String zh, String en) {}

    record Category(String code, Name name, BigDecimal points) {}

    record Found(BigDecimal value, BigDecimal of) {}

    record Score(
            boolean applicable,
            Found found,
            BigDecimal points,
            String source,
            String reason,
            List<String> evidence,
            String by,
            Instant at) {
        Score {
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
        }
    }

    record Missing(String code, String zh, String en) {}

    record Threshold(BigDecimal value, String unit, String sense) {}

    record Item(
            String code,
            String category,
            Name name,
            String function,
            BigDecimal points,
            boolean binding,
            Threshold threshold,
            Integer frequency,
            String evidence,
            Score computed,
            Missing missing,
            Map<String, Score> scores) {}

    record Total(
            BigDecimal got,
            BigDecimal applicable,
            BigDecimal score,
            List<String> missing,
            List<String> failing,
            boolean passes) {}

    record Drawn(String regionCode, boolean visit, String seed, Instant at) {}

    record Visit(String regionCode, LocalDate on, String found, String by) {}

    record Objection(String reason, String by, String node, Instant at, String decision, String decidedBy) {}

    record Said(String action, String reason, String by, String node, Instant at) {}

    record Happened(Instant at, String who, String node, String action, String reason) {}

    record Title(
            String id,
            String unitCode,
            String unitName,
            String regionCode,
            String standardCode,
            int year,
            String state,
            String release,
            String coefficientSet,
            BigDecimal passLine,
            String holder,
            String holderName,
            LocalDate due,
            List<Category> categories,
            List<Item> items,
            Map<String, Total> totals,
            Total total,
            List<String> actions,
            boolean scoring,
            Drawn drawn,
            List<Visit> visits,
            LocalDate noticeFrom,
            LocalDate noticeUntil,
            Integer pausedWith,
            List<Objection> objections,
            String number,
            String checkCode,
            LocalDate recognisedOn,
            LocalDate onSiteDue,
            Said said,
            List<Happened> history) {}

    private Seen() {}
}
