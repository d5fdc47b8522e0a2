package org.jielian.metrics.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;

/** Nobody writes over what they have not seen: whoever comes second is told what the first one wrote, figure by figure. */
final class ChangedMeanwhile {
    private ChangedMeanwhile() {}

    /**
     * Refuses when the report is another than the one that was seen.
     *
     * @param present {@code null} for none
     * @param seen the version the person saw; {@code null} if they do not care, 0 if there was none
     * @param wanted what they would write; {@code null} when it is not about figures
     * @throws ProblemException CHANGED_MEANWHILE
     */
    static void refuse(Report present, Long seen, Figures wanted) {
        long actual = present == null ? 0 : present.version();
        if (seen == null || seen == actual) return;
        Text detail = Text.of(
                "您看到的是第 %s 版，现在是第 %s 版（%s 修改）",
                "you saw version %s, it is now version %s, changed by %s",
                seen,
                actual,
                present == null ? "-" : present.changedBy());
        List<FieldError> both = present == null || wanted == null ? List.of() : differences(present.figures(), wanted);
        throw new ProblemException(ReportProblem.CHANGED_MEANWHILE, detail, both);
    }

    private static List<FieldError> differences(Figures present, Figures wanted) {
        List<FieldError> errors = new ArrayList<>();
        var codes = new TreeSet<>(present.quantities().keySet());
        codes.addAll(wanted.quantities().keySet());
        for (String code : codes) {
            add(
                    errors,
                    "quantities." + code,
                    present.quantities().get(code),
                    wanted.quantities().get(code));
        }
        add(errors, "headcount", present.headcount(), wanted.headcount());
        add(errors, "floorArea", present.floorArea(), wanted.floorArea());
        return errors;
    }

    private static void add(List<FieldError> errors, String field, BigDecimal present, BigDecimal wanted) {
        boolean same = present == null || wanted == null ? present == wanted : present.compareTo(wanted) == 0;
        if (same) return;
        errors.add(new FieldError(
                field,
                Text.of(
                        "现在是 %s，您要写的是 %s",
                        "it is %s now, you would write %s",
                        present == null ? "—" : present.toPlainString(),
                        wanted == null ? "—" : wanted.toPlainString())));
    }
}
