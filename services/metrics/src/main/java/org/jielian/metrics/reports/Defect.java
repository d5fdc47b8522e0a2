package org.jielian.metrics.reports;

import org.jielian.foundation.problems.Text;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.Severity;

/**
 * One thing that is wrong with a report that was handed in.
 *
 * @param field name in JSON, such as {@code quantities.waterM3} or {@code period}
 * @param column name in files; {@code null} when no single cell is wrong
 * @param code stable name, such as {@code NEGATIVE}
 * @param message what is wrong and how to put it right
 */
record Defect(String field, String column, String code, Text message) {
    /** The rule that speaks: V02 is about the unit, V01 about everything else. */
    String rule() {
        return "unitCode".equals(field) ? "V02" : "V01";
    }

    Finding finding() {
        return new Finding(rule(), Severity.HARD, field, code, null, null, message);
    }
}
