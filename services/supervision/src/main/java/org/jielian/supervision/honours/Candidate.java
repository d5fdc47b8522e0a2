package org.jielian.supervision.honours;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.supervision.evaluation.YearSums;

/**
 * A unit the rule is applied to, with everything it is applied to.
 *
 * @param sums of its reports of the year; {@code null} when there are none
 * @param expected months it had to report
 * @param figures by indicator, four decimals, half up, made of the sums
 * @param bands where they lie, by indicator
 * @param limits of its quotas, by indicator and bound
 * @param title id of its title; {@code null} when it holds none
 * @param score of the evaluation that gave the title
 * @param failing codes of binding items and targets that are not satisfied
 * @param criticised tasks by which it was publicly criticised or summoned in the year
 * @param overdue tasks that are overdue now
 * @param falsified findings of the year
 */
public record Candidate(
        String unit,
        String name,
        String region,
        InstitutionType type,
        YearSums sums,
        long expected,
        Map<String, BigDecimal> figures,
        Map<String, String> bands,
        Map<String, Map<Bound, BigDecimal>> limits,
        UUID title,
        BigDecimal score,
        List<String> failing,
        List<UUID> criticised,
        List<UUID> overdue,
        List<UUID> falsified) {
    boolean isWhole() {
        return sums != null && sums.reports() > 0 && sums.reports() >= expected;
    }
}
