package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.Status;
import org.jielian.portal.i18n.Language;

/** A report as whoever reviews it sees it. */
public record Review(
        String unitCode,
        String name,
        InstitutionType type,
        String regionCode,
        String regionName,
        YearMonth period,
        long version,
        Status status,
        Instant submittedAt,
        String timeliness,
        Instant changedAt,
        String changedBy,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Remarks remarks,
        List<Finding> findings,
        Return returned,
        Risk risk,
        Influence influence,
        Before lastMonth,
        Before lastYear) {
    public Review {
        quantities = quantities == null ? Map.of() : quantities;
        findings = findings == null ? List.of() : List.copyOf(findings);
        remarks = remarks == null ? new Remarks(null, null, null) : remarks;
    }

    /** What the unit says beside its figures. */
    public record Remarks(Map<String, String> bases, String note, Map<String, String> explanations) {
        public Remarks {
            bases = bases == null ? Map.of() : bases;
            explanations = explanations == null ? Map.of() : explanations;
        }
    }

    /** What a check found. */
    public record Finding(
            String rule, String severity, String field, String code, String value, String expected, Message message) {}

    /** The same in both languages. */
    public record Message(String zh, String en) {
        public String in(Language language) {
            return language == Language.EN ? en : zh;
        }
    }

    /** How much there is to look at. */
    public record Risk(int points, String level, boolean clean, List<Part> parts) {
        /** What one finding adds. */
        public record Part(String rule, String field, boolean explained, int points) {}
    }

    /** How much of the region's month it is. */
    public record Influence(BigDecimal energyKgce, BigDecimal ofKgce, BigDecimal share) {}

    /** An earlier report that stands. */
    public record Before(
            YearMonth period,
            Status status,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            BigDecimal energyKgce,
            BigDecimal energyChange) {
        public Before {
            quantities = quantities == null ? Map.of() : quantities;
        }
    }

    /** Why it was sent back. */
    public record Return(Instant at, String by, String node, String comment, List<Cell> cells) {
        public Return {
            cells = cells == null ? List.of() : List.copyOf(cells);
        }
    }

    /** A figure in question. */
    public record Cell(String field, String comment) {}

    /** What is sent to send a report back. */
    public record SendingBack(String comment, List<Cell> cells) {}

    /** How far a month has come. */
    public record Progress(
            long expected, long reported, long waiting, long clean, long returned, long reviewed, long missing) {}

    /** What is sent to accept all clean reports of a month. */
    public record Acceptance(String period, boolean clean) {}

    /** What became of them. */
    public record Acceptances(int accepted, int skipped) {}
}
