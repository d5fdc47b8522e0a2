package org.jielian.portal.unit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jielian.portal.clients.Attachment;
import org.jielian.portal.clients.Revision;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.unit.Desk.Choice;

/**
 * Everything about one figure of one month.
 *
 * @param code of the quantity; {@code null} for headcount and floor area
 * @param bases how it may have been measured; none where that makes no sense
 * @param bills attached to this figure, or to the month where the figure is no quantity
 * @param history what it was, when, by whom and why
 */
public record CellPanel(
        String month,
        String field,
        String code,
        String title,
        String unit,
        String value,
        String lastMonth,
        String lastYear,
        String price,
        boolean editable,
        List<Choice> bases,
        String explanation,
        List<String> says,
        List<Bill> bills,
        List<Was> history) {
    private static final List<String> BASES = List.of("BILLED", "METERED", "ALLOCATED", "ESTIMATED");

    /** A file one can download. */
    public record Bill(String id, String name, String size, String added, String href) {}

    /** One change of the figure. */
    public record Was(String at, String who, String action, String reason, String before, String after) {}

    static CellPanel of(Ledger ledger, YearMonth month, Field field, List<String> says, List<Revision> revisions) {
        Words words = ledger.words();
        String basis = ledger.basis(month, field);
        List<Choice> bases = new ArrayList<>();
        if (field.code() != null) {
            bases.add(new Choice(words.get("basisUnknown"), "", "", basis.isEmpty(), ""));
            for (String b : BASES) bases.add(new Choice(words.get("basis" + b), "", b, b.equals(basis), ""));
        }
        String text = ledger.text(month, field);
        return new CellPanel(
                month.toString(),
                field.name(),
                field.code(),
                field.label() + " · " + words.month(month),
                field.unit(),
                text.isBlank()
                        ? Numbers.MISSING
                        : Ledger.number(text) == null ? text : Numbers.exact(Ledger.number(text)),
                ledger.reported(month.minusMonths(1), field),
                ledger.reported(month.minusYears(1), field),
                ledger.price(month, field),
                ledger.isEditable(month),
                bases,
                ledger.explanation(month, field.name()),
                says,
                ledger.attachments(month, field).stream()
                        .map(a -> bill(ledger, a))
                        .toList(),
                history(field, revisions, words));
    }

    private static Bill bill(Ledger ledger, Attachment a) {
        Words words = ledger.words();
        String size = a.size() < 1_048_576
                ? Numbers.format(Math.max(1, a.size() / 1024)) + " KB"
                : Numbers.format(java.math.BigDecimal.valueOf(a.size()).movePointLeft(6), 1) + " MB";
        return new Bill(
                a.id(),
                a.name(),
                size,
                words.get("changedBy", words.time(a.addedAt()), a.addedBy()),
                "/unit/" + ledger.unit().code() + "/bills/" + a.period() + "/" + a.id());
    }

    /** Only what changed this figure, and what was decided about it. */
    private static List<Was> history(Field field, List<Revision> revisions, Words words) {
        List<Was> history = new ArrayList<>();
        for (Revision r : revisions) {
            String before = figure(r.before(), field);
            String after = figure(r.after(), field);
            if (Objects.equals(before, after)
                    && r.before() != null
                    && r.after() != null
                    && !r.action().equals("ACCEPTED")
                    && !r.action().equals("RETURNED")) continue;
            String action = words.has("action" + r.action()) ? words.get("action" + r.action()) : r.action();
            history.add(new Was(
                    words.time(r.at()),
                    r.person(),
                    action,
                    r.reason() == null ? Numbers.MISSING : r.reason(),
                    before,
                    after));
        }
        return history;
    }

    private static String figure(JsonNode state, Field field) {
        JsonNode root = state == null ? MissingNode.getInstance() : state;
        JsonNode node = field.code() == null
                ? root.path(field.name())
                : root.path("quantities").path(field.code());
        return node.isNumber() ? Numbers.exact(node.decimalValue()) : Numbers.MISSING;
    }
}
