package org.jielian.portal.reporting;

import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table.Column;

/**
 * By what the units are sorted.
 *
 * @param by as in addresses, with a minus sign when descending
 * @param address where another order is asked for; has a query already
 */
public record Sorting(String by, String address) {
    private static final List<String> KEYS = List.of("name", "type", "regionCode");
    private static final Map<String, String> HEADS =
            Map.of("name", "unitName", "type", "institutionType", "regionCode", "administeredBy");

    List<Column> columns(Words words) {
        return KEYS.stream().map(key -> column(key, words)).toList();
    }

    private Column column(String key, Words words) {
        String present = by == null || by.isBlank() ? "name" : by;
        boolean up = key.equals(present);
        boolean down = ("-" + key).equals(present);
        String asked = up ? "-" + key : key;
        String sorted = up ? "ascending" : down ? "descending" : null;
        return new Column(key, words.get(HEADS.get(key)), false, address + "&sort=" + asked, sorted);
    }
}
