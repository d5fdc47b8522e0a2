package org.jielian.portal.inspections;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Paper;

/** The notice as an official paper: what it orders, not how far the unit has come. */
final class RectificationPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /**
     * The paper.
     *
     * @param at when it is printed
     * @param by for whom
     */
    static Paper of(Rectification n, Instant at, String by, Words words) {
        List<Map<String, String>> problems = new ArrayList<>();
        for (Rectification.Numbered numbered : n.problems()) {
            Rectification.Problem p = numbered.problem();
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("no", String.valueOf(p.no()));
            entry.put("clause", p.clause());
            entry.put("found", p.found());
            entry.put("term", words.get("problemTerm" + p.term()));
            entry.put("deadline", p.deadline().format(DAY));
            entry.put("responsible", p.responsible());
            entry.put("evidence", p.evidenceAsked() == null ? words.get("noEvidenceAsked") : p.evidenceAsked());
            problems.add(entry);
        }
        LocalDate first = n.problems().stream()
                .map(p -> p.problem().deadline())
                .min(LocalDate::compareTo)
                .orElse(n.servedOn());
        String issuer = n.issuerName() == null ? n.issuer() : n.issuerName();
        return Paper.of("rectification-notice", "整改通知书-" + n.unitName())
                .text("issuer", issuer)
                .text("number", n.number())
                .text("target", n.unitName())
                .text(
                        "checked",
                        n.checkedOn() == null
                                ? n.servedOn().format(DAY)
                                : n.checkedOn().format(DAY))
                .text("count", String.valueOf(problems.size()))
                .text("first", first.format(DAY))
                .each("problems", problems)
                .text("served", n.servedOn().format(DAY))
                .text(
                        "basis",
                        words.get(
                                "rectificationBasis",
                                n.release(),
                                words.get("set" + n.coefficientSet()),
                                words.time(at),
                                by))
                .make();
    }

    private RectificationPaper() {}
}
