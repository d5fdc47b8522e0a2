package org.jielian.portal.unit;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Words;

/**
 * The form by which a month is reported or corrected.
 *
 * @param month the month, as in addresses
 * @param label the month, as people write it
 * @param correcting whether there is a report already: then a reason is asked for
 * @param version of the report that is corrected; {@code null} for a new one
 * @param error what is wrong with the whole; {@code null} if nothing is
 * @param reasonError what is wrong with the reason
 */
public record MonthForm(
        String month,
        String label,
        boolean correcting,
        Long version,
        List<Input> fields,
        String note,
        String explanation,
        String reason,
        String reasonError,
        String error) {
    private static final String EXPLANATIONS = "explanations.";

    /**
     * One figure to fill in.
     *
     * @param value what is in the field: what was typed before anything else
     * @param lastMonth and {@code lastYear}: what was reported then, to compare with
     */
    public record Input(
            String name,
            String label,
            String unit,
            String value,
            boolean required,
            String lastMonth,
            String lastYear,
            String explanation,
            String error) {}

    /** What somebody typed and what the service said about it. */
    record Attempt(Map<String, String> typed, String reason, UpstreamProblem problem, boolean reasonMissing) {
        static final Attempt NONE = new Attempt(Map.of(), "", null, false);

        String errorOf(String field) {
            if (problem == null) return null;
            return problem.body().errors().stream()
                    .filter(e -> field.equals(e.field()))
                    .map(UpstreamProblem.Field::message)
                    .findFirst()
                    .orElse(null);
        }
    }

    static MonthForm of(Ledger ledger, YearMonth month, Attempt attempt) {
        Words words = ledger.words();
        Report present = ledger.months().find(month).orElse(null);
        boolean correcting = present != null && present.stands();
        return new MonthForm(
                month.toString(),
                words.month(month),
                correcting,
                present == null ? null : present.version(),
                ledger.fields().stream()
                        .map(f -> input(ledger, month, f, attempt))
                        .toList(),
                attempt.typed().getOrDefault("note", ledger.note(month)),
                attempt.typed().getOrDefault(EXPLANATIONS + "*", ledger.explanation(month, "*")),
                attempt.reason(),
                attempt.reasonMissing() ? words.get("reasonRequired") : attempt.errorOf("reason"),
                attempt.problem() == null ? null : attempt.problem().message());
    }

    private static Input input(Ledger ledger, YearMonth month, Field field, Attempt attempt) {
        String there = ledger.text(month, field);
        boolean nothingYet =
                ledger.months().find(month).isEmpty() && ledger.draft(month).isEmpty();
        String shown = nothingYet ? ledger.registered(field) : there;
        return new Input(
                field.name(),
                field.label(),
                field.unit(),
                attempt.typed().getOrDefault(field.name(), shown),
                field.isRequired(),
                ledger.reported(month.minusMonths(1), field),
                ledger.reported(month.minusYears(1), field),
                attempt.typed().getOrDefault(EXPLANATIONS + field.name(), ledger.explanation(month, field.name())),
                attempt.errorOf(field.name()));
    }

    /**
     * What was typed, ready to be sent; empty fields are figures that are missing. What the form does not ask for stays as it is.
     *
     * @param reason of a correction; {@code null} for none
     */
    static Report.Draft draft(Ledger ledger, YearMonth month, Map<String, String> typed, String reason) {
        Map<String, String> quantities = new LinkedHashMap<>();
        Map<String, String> bases = new LinkedHashMap<>();
        Map<String, String> explanations = new LinkedHashMap<>();
        for (Field field : ledger.fields()) {
            String value = typed.get(field.name());
            if (field.code() != null && value != null && !value.isBlank()) {
                quantities.put(field.code(), value);
                if (!ledger.basis(month, field).isEmpty()) bases.put(field.code(), ledger.basis(month, field));
            }
            explanation(ledger, month, field.name(), typed, explanations);
        }
        explanation(ledger, month, "*", typed, explanations);
        String note = typed.getOrDefault("note", ledger.note(month));
        return new Report.Draft(
                quantities, typed.get(Field.HEADCOUNT), typed.get(Field.FLOOR_AREA), bases, note, explanations, reason);
    }

    private static void explanation(
            Ledger ledger, YearMonth month, String field, Map<String, String> typed, Map<String, String> into) {
        String text = typed.getOrDefault(EXPLANATIONS + field, ledger.explanation(month, field));
        if (!text.isBlank()) into.put(field, text);
    }

    static boolean isAsked(String name) {
        return name.startsWith(Field.QUANTITIES)
                || name.startsWith(EXPLANATIONS)
                || List.of(Field.HEADCOUNT, Field.FLOOR_AREA, "note").contains(name);
    }
}
