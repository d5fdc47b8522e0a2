package org.jielian.portal.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.frame.TravellingFilters.Field;
import org.jielian.portal.i18n.Words;

/**
 * The form that chooses what is looked at, with what is looked at chosen.
 *
 * @param view how the page is laid out, sent along so that it stays so
 */
public record FilterForm(
        String label,
        List<Option> years,
        List<Option> months,
        boolean upTo,
        List<Option> layers,
        List<Option> sets,
        List<Option> types,
        List<Field> view) {
    private static final int YEARS_BACK = 4;

    /** One choice. */
    public record Option(String value, String text, boolean chosen) {}

    static FilterForm of(Filters f, Map<String, String> view, YearMonth now, Words words) {
        Span span = f.span();
        List<Option> years = new ArrayList<>();
        for (int y = Math.max(now.getYear(), span.year());
                y >= Math.min(now.getYear() - YEARS_BACK, span.year());
                y--) {
            years.add(new Option(String.valueOf(y), words.get("spanYear", String.valueOf(y)), y == span.year()));
        }
        List<Option> months = new ArrayList<>();
        months.add(new Option("", words.get("wholeYear"), span.isYear()));
        for (int m = 1; m <= 12; m++) {
            months.add(new Option(
                    String.valueOf(m),
                    words.get("monthOfYear" + m),
                    !span.isYear() && span.to().getMonthValue() == m));
        }
        List<Option> types = new ArrayList<>();
        types.add(new Option("", words.get("allTypes"), f.type() == null));
        for (InstitutionType type : InstitutionType.values()) {
            types.add(new Option(type.name(), words.get("type" + type), type == f.type()));
        }
        return new FilterForm(
                span.label(words),
                years,
                months,
                !span.isMonth() && !span.isYear(),
                options(words, "layer", f.layer(), Filters.LIVE, Filters.REVIEWED),
                options(words, "set", f.set(), Filters.STAT, Filters.QUOTA),
                types,
                view.entrySet().stream()
                        .map(e -> new Field(e.getKey(), e.getValue()))
                        .toList());
    }

    private static List<Option> options(Words words, String prefix, String chosen, String... values) {
        return Arrays.stream(values)
                .map(v -> new Option(v, words.get(prefix + v), v.equals(chosen)))
                .toList();
    }
}
