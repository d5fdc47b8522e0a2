package org.jielian.portal.inspections;

import java.time.LocalDate;
import java.util.List;
import org.jielian.portal.i18n.Words;

/** A rectification notice as its page says it, in the reader's language. */
public record RectificationView(
        Rectification notice, List<Problem> problems, long verified, String closed, String today, boolean pdf) {
    /** One problem; {@code grade} is a style by meaning. */
    public record Problem(
            Rectification.Problem p,
            String status,
            String grade,
            String term,
            List<InspectionView.File> files,
            List<String> may) {
        /** Whether the reader may take a step now. */
        public boolean may(String action) {
            return may.contains(action);
        }
    }

    static RectificationView of(Rectification n, boolean pdf, LocalDate today, Words words) {
        return new RectificationView(
                n,
                n.problems().stream().map(p -> problem(p, n, words)).toList(),
                n.problems().stream()
                        .filter(p -> p.problem().status().equals("VERIFIED"))
                        .count(),
                n.closedAt() == null ? null : words.time(n.closedAt()),
                today.toString(),
                pdf);
    }

    private static Problem problem(Rectification.Numbered n, Rectification of, Words words) {
        Rectification.Problem p = n.problem();
        String status = words.get("problemStatus" + p.status());
        String grade = n.overdue() ? "worse" : p.status().equals("VERIFIED") ? "better" : null;
        return new Problem(
                p,
                n.overdue() ? status + " · " + words.get("boardColumnOVERDUE") : status,
                grade,
                words.get("problemTerm" + p.term()),
                InspectionView.files(p.evidence(), of.files()),
                n.may());
    }
}
