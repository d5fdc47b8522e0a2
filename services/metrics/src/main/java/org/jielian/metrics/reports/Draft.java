package org.jielian.metrics.reports;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.metrics.validation.Finding;

/**
 * A report as somebody brought it, by form, file or call, with what is wrong with it. The same checks for all three.
 *
 * @param unitCode upper case, check characters proven unless {@code defects} says otherwise
 * @param period {@code null} when it could not be read
 * @param figures {@code null} when a number could not be read
 * @param defects what can't be read (rules V01 and V02); none means it can be checked
 * @param findings what the rules found in it, once it was checked
 */
record Draft(String unitCode, YearMonth period, Figures figures, List<Defect> defects, List<Finding> findings) {
    /** A draft that was read and not checked yet. */
    Draft(String unitCode, YearMonth period, Figures figures, List<Defect> defects) {
        this(unitCode, period, figures, defects, List.of());
    }

    Draft found(List<Finding> found) {
        return new Draft(unitCode, period, figures, defects, found);
    }

    Report.Key key() {
        return new Report.Key(unitCode, period);
    }

    /** The same figures, with what was said beside them before, as far as nothing is said now. */
    Draft keeping(Remarks before) {
        Remarks now = figures.remarks();
        Remarks both = new Remarks(
                now.bases().isEmpty() ? before.bases() : now.bases(),
                now.note() == null ? before.note() : now.note(),
                now.explanations().isEmpty() ? before.explanations() : now.explanations());
        Figures kept = new Figures(figures.quantities(), figures.headcount(), figures.floorArea(), both);
        return new Draft(unitCode, period, kept, defects, findings);
    }

    boolean isSound() {
        return defects.isEmpty();
    }

    /** The raw texts of a report; {@code null} texts are empty cells. */
    record Raw(
            String unitCode,
            String period,
            Map<String, String> quantities,
            String headcount,
            String floorArea,
            RawRemarks remarks) {}

    /** What is said beside the figures; any part may be {@code null}. */
    record RawRemarks(Map<String, String> bases, String note, Map<String, String> explanations) {
        static final RawRemarks NONE = new RawRemarks(null, null, null);
    }

    /** Collects numbers and defects while texts are read. */
    static final class Numbers {
        final Map<String, BigDecimal> quantities = new TreeMap<>();
        final List<Defect> defects = new ArrayList<>();
    }
}
