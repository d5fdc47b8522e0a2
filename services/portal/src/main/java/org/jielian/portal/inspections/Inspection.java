package org.jielian.portal.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jielian.portal.clients.Bilingual;

/** An inspection (检查) as {@code supervision} tells it. */
public record Inspection(
        String id,
        long version,
        String plan,
        String planName,
        String kind,
        String standardCode,
        int year,
        String unitCode,
        String unitName,
        String regionCode,
        String inspecting,
        String inspectingName,
        LocalDate day,
        List<String> inspectors,
        String status,
        String release,
        List<Item> items,
        Statement inspectorsStatement,
        List<Statement> unitStatements,
        LocalDate checkedOn,
        LocalDate due,
        String notice,
        String noticeNumber,
        List<String> actions,
        Map<String, String> files,
        List<Happened> history) {
    /** One item of the checklist. */
    public record Item(
            String code, String category, Bilingual name, boolean binding, String evidence, Finding finding) {}

    /** What was found of it. */
    public record Finding(String outcome, String remark, List<String> evidence, String by, Instant at) {}

    /** What one side says. */
    public record Statement(String text, Boolean agrees, List<String> evidence, String by, String node, Instant at) {}

    /** One step. */
    public record Happened(String action, String to, String word, String by, String node, Instant at) {}

    /** In a list. */
    public record Line(
            String id,
            String plan,
            String planName,
            String kind,
            String unitCode,
            String unitName,
            String inspecting,
            String inspectingName,
            List<String> inspectors,
            LocalDate day,
            String status,
            LocalDate due,
            boolean late,
            int problems,
            String noticeNumber) {}
}
