package org.jielian.metrics.validation;

import org.jielian.foundation.problems.Text;

/**
 * What a rule has to say about a report.
 *
 * @param rule stable name of the rule, {@code V01} to {@code V14}
 * @param severity what follows from it
 * @param field where, as in JSON: {@code quantities.waterM3}, {@code headcount}; {@code *} for the report as a whole
 * @param code stable name of what is wrong, such as {@code TEN_TIMES_USUAL}
 * @param value what was reported, as printed; {@code null} when nothing was
 * @param expected what the rule would have expected, as printed; {@code null} where there is no such thing
 * @param message value, expectation and how to put it right
 */
public record Finding(
        String rule, Severity severity, String field, String code, String value, String expected, Text message) {}
