package org.jielian.portal.unit;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jielian.contracts.BusinessTime;
import org.jielian.portal.clients.Draft;
import org.jielian.portal.clients.Finding;
import org.jielian.portal.clients.Report;
import org.jielian.portal.i18n.Words;

/**
 * How a month stands and what can be done with it.
 *
 * @param standing whether there is a report that counts
 * @param reasonRequired whether even a first report needs a reason: the month is closed
 * @param deadline by when it is due, or why nothing can be handed in
 * @param changed when and by whom the report was last changed; {@code null} without one
 * @param draft when and by whom the draft was saved; {@code null} without one
 * @param overtaken the draft goes back to an older report than the present one
 * @param comment what the reviewer said of the whole; {@code null} for nothing
 * @param findings what the checks say of the whole and not of one figure
 * @param explanation of the month as a whole
 * @param done what has just been done; {@code null} if nothing
 */
public record MonthState(
        String month,
        String label,
        String status,
        String grade,
        boolean standing,
        boolean editable,
        boolean reasonRequired,
        String deadline,
        String changed,
        String draft,
        boolean overtaken,
        String comment,
        List<String> findings,
        String note,
        String explanation,
        String reason,
        String done) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(BusinessTime.ZONE);

    static MonthState of(Ledger ledger, YearMonth month, List<Finding> findings, String done) {
        Words words = ledger.words();
        Report report = ledger.months().find(month).orElse(null);
        Draft draft = ledger.drafts().get(month);
        MonthStatus status = ledger.status(month);
        Report.Return back = report == null ? null : report.returned();
        return new MonthState(
                month.toString(),
                words.month(month),
                words.get("month" + status.name()),
                status.grade(),
                report != null && report.stands(),
                ledger.isEditable(month),
                ledger.asksForAReason(month),
                ledger.deadline(month),
                report == null ? null : words.get("changedBy", words.time(report.changedAt()), report.changedBy()),
                draft == null ? null : words.get("draftSavedBy", CLOCK.format(draft.savedAt()), draft.savedBy()),
                draft != null && isOvertaken(draft, report),
                back == null ? null : words.get("returnedBecause", orDash(back.comment(), words)),
                findings.stream()
                        .filter(f -> ledger.field(f.field()) == null)
                        .map(f -> f.text(words.language()))
                        .toList(),
                ledger.note(month),
                ledger.explanation(month, "*"),
                draft == null || draft.typed().reason() == null
                        ? ""
                        : draft.typed().reason(),
                confirmed(done, words.month(month), words));
    }

    /** What is said of something that has just been done; {@code null} of nothing. */
    static String confirmed(String done, String about, Words words) {
        return done != null && words.has("done" + done) ? words.get("done" + done, about) : null;
    }

    private static boolean isOvertaken(Draft draft, Report report) {
        long seen = draft.typed().reportVersion() == null ? 0 : draft.typed().reportVersion();
        return seen != (report == null ? 0 : report.version());
    }

    private static String orDash(String text, Words words) {
        return text == null ? words.get("none") : text;
    }
}
