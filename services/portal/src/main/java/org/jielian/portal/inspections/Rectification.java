package org.jielian.portal.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A rectification notice (整改通知书) as {@code supervision} tells it. */
public record Rectification(
        String id,
        String number,
        String inspection,
        String unitCode,
        String unitName,
        String regionCode,
        String issuer,
        String issuerName,
        String standardCode,
        String release,
        String coefficientSet,
        LocalDate checkedOn,
        LocalDate servedOn,
        String servedBy,
        List<Numbered> problems,
        Instant closedAt,
        Map<String, String> files,
        List<Happened> history) {
    /** A problem, whether it is overdue, and what the reader may do about it. */
    public record Numbered(Problem problem, boolean overdue, List<String> may) {}

    /** One problem. */
    public record Problem(
            int no,
            String item,
            String clause,
            String found,
            String term,
            LocalDate deadline,
            String responsible,
            String evidenceAsked,
            String status,
            String measure,
            LocalDate doneOn,
            List<String> evidence,
            String answeredBy,
            Instant answeredAt,
            LocalDate askedUntil,
            String askedReason,
            String remark,
            String verifiedBy,
            Instant verifiedAt) {}

    /** One step; {@code no} is the problem's number, 0 for the notice itself. */
    public record Happened(int no, String action, String word, String by, String node, Instant at) {}

    /** A problem in a list. */
    public record Line(
            String notice,
            String number,
            int no,
            String unitCode,
            String unitName,
            String issuer,
            String issuerName,
            String clause,
            String found,
            String term,
            LocalDate deadline,
            String responsible,
            String status,
            String column,
            LocalDate servedOn) {}

    /** One region of a board. */
    public record Part(String regionCode, String name, String tier, Map<String, Long> columns, long all) {}
}
