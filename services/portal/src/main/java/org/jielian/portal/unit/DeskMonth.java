package org.jielian.portal.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.clients.Draft;
import org.jielian.portal.clients.Report;

/**
 * A month as the script on the page keeps it and sends it back.
 *
 * @param reportVersion of the report the texts go back to; {@code null} when there was none
 * @param draftVersion 0 when nothing was typed yet
 * @param standing whether there is a report that counts: then a change needs a reason
 * @param typed by field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeskMonth(
        String label,
        boolean editable,
        boolean standing,
        Long reportVersion,
        long draftVersion,
        Map<String, String> typed,
        Map<String, String> bases,
        String note,
        Map<String, String> explanations,
        String reason) {
    static DeskMonth of(Ledger ledger, YearMonth month) {
        Report report = ledger.months().find(month).orElse(null);
        Draft draft = ledger.drafts().get(month);
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, String> bases = new LinkedHashMap<>();
        for (Field field : ledger.fields()) {
            String text = ledger.text(month, field);
            if (!text.isEmpty()) typed.put(field.name(), text);
            String basis = ledger.basis(month, field);
            if (!basis.isEmpty()) bases.put(field.code(), basis);
        }
        return new DeskMonth(
                ledger.words().month(month),
                ledger.isEditable(month),
                report != null && report.stands(),
                draft != null ? draft.typed().reportVersion() : report == null ? null : report.version(),
                draft == null ? 0 : draft.version(),
                typed,
                bases,
                ledger.note(month),
                draft != null
                        ? draft.typed().explanations()
                        : report == null ? Map.of() : report.remarks().explanations(),
                draft == null ? null : draft.typed().reason());
    }

    /** The same to be saved over that version of the draft. */
    DeskMonth over(long version) {
        return new DeskMonth(
                label, editable, standing, reportVersion, version, typed, bases, note, explanations, reason);
    }

    /** As metrics keeps it. */
    Draft.Typed toDraft(List<Field> fields) {
        Map<String, String> given = typed == null ? Map.of() : typed;
        Map<String, String> quantities = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.code() != null && given.containsKey(field.name()))
                quantities.put(field.code(), given.get(field.name()));
        }
        return new Draft.Typed(
                quantities,
                given.get(Field.HEADCOUNT),
                given.get(Field.FLOOR_AREA),
                bases,
                note,
                explanations,
                reason,
                reportVersion);
    }
}
