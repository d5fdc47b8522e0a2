package org.jielian.portal.unit;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Numbers;
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
        List<Field> fields,
        String reason,
        String reasonError,
        String error) {
    static final String HEADCOUNT = "headcount";
    static final String FLOOR_AREA = "floorArea";
    private static final String QUANTITIES = "quantities.";

    /**
     * One figure to fill in.
     *
     * @param value what is in the field: what was typed before anything else
     * @param lastMonth and {@code lastYear}: what was reported then, to compare with
     */
    public record Field(
            String name,
            String label,
            String unit,
            String value,
            boolean required,
            String lastMonth,
            String lastYear,
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

    static MonthForm of(
            Unit unit, YearMonth month, Months months, List<Quantity> catalogue, Attempt attempt, Words words) {
        Report present = months.find(month).orElse(null);
        boolean correcting = present != null && present.stands();
        Report before = months.standing(month.minusMonths(1));
        Report yearBefore = months.standing(month.minusYears(1));
        List<Field> fields = new ArrayList<>();
        for (Quantity q : catalogue) {
            String name = QUANTITIES + q.code();
            Function<Report, BigDecimal> value = r -> r.quantities().get(q.code());
            fields.add(field(
                    name,
                    q.label(words.language()),
                    q.unit(),
                    false,
                    present,
                    before,
                    yearBefore,
                    null,
                    value,
                    attempt));
        }
        fields.add(field(
                HEADCOUNT,
                words.get("headcount"),
                words.get("people"),
                true,
                present,
                before,
                yearBefore,
                unit.headcount(),
                Report::headcount,
                attempt));
        fields.add(field(
                FLOOR_AREA,
                words.get("floorArea"),
                "m²",
                true,
                present,
                before,
                yearBefore,
                unit.floorArea(),
                Report::floorArea,
                attempt));
        return new MonthForm(
                month.toString(),
                words.month(month),
                correcting,
                present == null ? null : present.version(),
                fields,
                attempt.reason(),
                attempt.reasonMissing() ? words.get("reasonRequired") : attempt.errorOf("reason"),
                attempt.problem() == null ? null : attempt.problem().message());
    }

    private static Field field(
            String name,
            String label,
            String unit,
            boolean required,
            Report present,
            Report before,
            Report yearBefore,
            BigDecimal registered,
            Function<Report, BigDecimal> value,
            Attempt attempt) {
        BigDecimal there = present == null ? registered : value.apply(present);
        String shown = attempt.typed().containsKey(name) ? attempt.typed().get(name) : plain(there);
        return new Field(
                name,
                label,
                unit,
                shown,
                required,
                before == null ? Numbers.MISSING : Numbers.exact(value.apply(before)),
                yearBefore == null ? Numbers.MISSING : Numbers.exact(value.apply(yearBefore)),
                attempt.errorOf(name));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** What was typed, ready to be sent; empty fields are figures that are missing. */
    static Report.Draft draft(Map<String, String> typed, String reason) {
        Map<String, String> quantities = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(QUANTITIES) && !value.isBlank()) {
                quantities.put(name.substring(QUANTITIES.length()), value);
            }
        });
        return new Report.Draft(quantities, typed.get(HEADCOUNT), typed.get(FLOOR_AREA), reason);
    }

    static boolean isFigure(String name) {
        return name.startsWith(QUANTITIES) || name.equals(HEADCOUNT) || name.equals(FLOOR_AREA);
    }
}
