package org.jielian.portal.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.Language;

/** Assessments and the programme's progress as {@code supervision} tells them. */
public interface Told {
    /** An assessment in a list. */
    record Line(
            String id,
            String assessed,
            String name,
            String kind,
            String assessor,
            int year,
            String state,
            BigDecimal score,
            String grade,
            boolean vetoed) {}

    /** A sheet. */
    record Sheet(
            String id,
            String assessed,
            String name,
            boolean unit,
            String assessor,
            int year,
            String standardCode,
            String release,
            String coefficientSet,
            Long coefficientVersion,
            String state,
            Instant computedAt,
            Rules rules,
            Outcome outcome,
            LocalDate statementBy,
            Said sent,
            Said statement,
            Said confirmed,
            Said published,
            Said returned,
            List<String> actions,
            List<Step> trail) {
        /** Whether the reader may do that now. */
        public boolean may(String action) {
            return actions.contains(action);
        }
    }

    /** What a person said or did. */
    record Said(String text, String by, String node, Instant at) {}

    /** From which score on a grade is reached. */
    record Rules(BigDecimal exceeded, BigDecimal fulfilled, BigDecimal mostly) {}

    /** What a sheet comes to. */
    record Outcome(
            List<Part> lines,
            List<Deduction> deductions,
            List<Vetoed> vetoes,
            BigDecimal got,
            BigDecimal applicable,
            BigDecimal base,
            BigDecimal deducted,
            BigDecimal score,
            String grade) {}

    /** One line of a sheet. */
    record Part(
            String code,
            String item,
            String zh,
            String en,
            BigDecimal weight,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal percent,
            BigDecimal goal,
            BigDecimal points,
            Lacking missing) {
        public String name(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** Why a number is not known. */
    record Lacking(String code, String zh, String en) {
        public String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** Points taken off. */
    record Deduction(String item, long count, BigDecimal each, BigDecimal atMost, BigDecimal points, Lacking missing) {}

    /** A veto. */
    record Vetoed(String veto, String zh, String en) {
        public String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** A step of the audit trail. */
    record Step(Instant at, String who, String node, String action, String reason, Map<String, Object> after) {}

    /** What a number came from; what an entry holds depends on the item. */
    record Sources(String item, List<JsonNode> items) {}

    /** A falsification that was found; {@code withdrawnAt} is {@code null} while it stands. */
    record Finding(
            String id,
            String reason,
            List<String> evidence,
            String byNode,
            String by,
            Instant at,
            String withdrawnReason,
            String withdrawnBy,
            Instant withdrawnAt) {}

    /** How many sheets were computed. */
    record Computed(int computed, int kept) {}

    /** A region's progress. */
    record Progress(
            int year,
            LocalDate asOf,
            String basis,
            Share whole,
            List<Share> parts,
            List<OfTier> tiers,
            List<Month> months,
            Check check,
            List<Allotment> allotments) {}

    /** A part of a region, or the whole. */
    record Share(
            String node,
            String name,
            String tier,
            long eligible,
            long titled,
            BigDecimal share,
            BigDecimal target,
            boolean binding,
            Long wanted,
            Long lacking,
            long atYearBegin,
            Long expected,
            Long behind) {}

    /** Agencies of one tier. */
    record OfTier(String tier, long eligible, long titled, BigDecimal share) {}

    /** One month. */
    record Month(YearMonth month, Long titled, BigDecimal expected) {}

    /** Whether the parts reach the whole. */
    record Check(Long wanted, long allotted, boolean enough, List<String> without) {}

    /** One allotment, or a change of it. */
    record Allotment(
            String allottedBy,
            String node,
            int year,
            int number,
            BigDecimal share,
            boolean binding,
            String reason,
            String by,
            Instant at) {}
}
