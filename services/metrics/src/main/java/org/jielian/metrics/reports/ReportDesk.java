package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.ReportState;
import org.jielian.metrics.validation.Finding;

/** What other features may do with a unit's month: have it checked, hand it in, see how it stands. */
@Singleton
public class ReportDesk {
    @Inject
    ReadingDrafts reading;

    @Inject
    CheckingDrafts checking;

    @Inject
    HandingIn handingIn;

    @Inject
    Homes homes;

    /**
     * A month as it was typed. Blank texts mean that there is no figure.
     *
     * @param quantities by quantity code
     * @param bases by quantity code: BILLED, METERED, ALLOCATED or ESTIMATED
     * @param explanations by field
     */
    public record Texts(
            Map<String, String> quantities,
            String headcount,
            String floorArea,
            Map<String, String> bases,
            String note,
            Map<String, String> explanations) {}

    /** How a report stands. */
    public record Standing(ReportState.Status status, long version) {}

    /** What handing it in would find, without handing it in. */
    @Transactional
    public List<Finding> check(String unitCode, String period, Texts texts) {
        Draft draft = reading.read(raw(unitCode, period, texts));
        if (!draft.isSound())
            return draft.defects().stream().map(Defect::finding).toList();
        Whereabouts where = homes.of(List.of(draft.key())).get(draft.key());
        return where == null || where.countsIn() == null ? List.of() : checking.findings(draft, where);
    }

    /**
     * Hands the month in or corrects it, as {@code PUT /api/reports} does.
     *
     * @param expectedVersion of the report that was seen; 0 if there was none
     * @throws org.jielian.foundation.problems.ProblemException as there
     */
    @Transactional
    public Standing handIn(String unitCode, String period, Texts texts, String reason, long expectedVersion) {
        Report report = handingIn
                .handIn(raw(unitCode, period, texts), reason, expectedVersion)
                .report();
        return new Standing(report.status(), report.version());
    }

    /** How the month stands; until the transaction ends nobody else changes it. Empty when nothing was ever handed in. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Standing> hold(String unitCode, String period) {
        homes.lock(List.of(unitCode));
        return Report.<Report>findByIdOptional(new Report.Key(unitCode, period))
                .map(r -> new Standing(r.status(), r.version()));
    }

    private static Draft.Raw raw(String unitCode, String period, Texts texts) {
        Map<String, String> quantities = new LinkedHashMap<>();
        if (texts.quantities() != null)
            texts.quantities().forEach((code, text) -> quantities.put(code, textOrNull(text)));
        return new Draft.Raw(
                unitCode,
                period,
                quantities,
                textOrNull(texts.headcount()),
                textOrNull(texts.floorArea()),
                new Draft.RawRemarks(texts.bases(), texts.note(), texts.explanations()));
    }

    private static String textOrNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
