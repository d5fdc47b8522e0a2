package org.jielian.portal.unit;

import java.util.ArrayList;
import java.util.List;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.i18n.Words;

/**
 * One figure of a month.
 *
 * @param name as in problem answers: {@code quantities.waterM3}, {@code headcount}, {@code floorArea}
 * @param unit of measure, as printed
 * @param code of the quantity; {@code null} for headcount and floor area
 * @param costOf code of the quantity it pays for; {@code null} unless it is a cost
 */
record Field(String name, String label, String unit, String code, String costOf) {
    static final String HEADCOUNT = "headcount";
    static final String FLOOR_AREA = "floorArea";
    static final String QUANTITIES = "quantities.";

    static List<Field> of(List<Quantity> catalogue, Words words) {
        List<Field> fields = new ArrayList<>();
        for (Quantity q : catalogue)
            fields.add(new Field(QUANTITIES + q.code(), q.label(words.language()), q.unit(), q.code(), q.costOf()));
        fields.add(new Field(HEADCOUNT, words.get("headcount"), words.get("people"), null, null));
        fields.add(new Field(FLOOR_AREA, words.get("floorArea"), "m²", null, null));
        return fields;
    }

    boolean isRequired() {
        return code == null;
    }
}
