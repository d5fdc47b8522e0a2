package org.jielian.portal.honours;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.Language;

/** Selections of leaders and demonstration units as {@code supervision} tells them. */
public interface Honour {
    /** A selection in a list. */
    record Head(
            String id,
            String kind,
            String region,
            int year,
            String state,
            int chosen,
            int ranked,
            int excluded,
            Instant changedAt) {}

    /** A selection. */
    record Selection(
            String id,
            String kind,
            String region,
            int year,
            String standardCode,
            String state,
            Rule rule,
            String release,
            String coefficientSet,
            Long coefficientVersion,
            Instant computedAt,
            Instant publishedAt,
            String publishedBy,
            String reason,
            int chosen,
            int ranked,
            int excluded,
            List<String> actions) {
        /** Whether the reader may do that now. */
        public boolean may(String action) {
            return actions.contains(action);
        }
    }

    /** By what is selected. */
    record Rule(
            String indicator,
            List<Places> places,
            List<String> excluding,
            BigDecimal minScore,
            BigDecimal bonusEach,
            BigDecimal bonusAtMost) {}

    /** Places of a type. */
    record Places(String type, Integer number, BigDecimal percent) {}

    /** A unit and what became of it. */
    record Line(Candidate candidate, String outcome, BigDecimal value, Integer rank, List<Reason> reasons) {}

    /** A unit. */
    record Candidate(String unit, String name, String region, String type, long expected, Map<String, String> bands) {}

    /** Why it is excluded. */
    record Reason(String why, String zh, String en, String detail) {
        public String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** What became of a unit in a published selection. */
    record OfUnit(
            String selection,
            String kind,
            String region,
            int year,
            Instant publishedAt,
            Rule rule,
            String release,
            Line line) {}
}
