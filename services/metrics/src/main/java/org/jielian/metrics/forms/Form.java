package org.jielian.metrics.forms;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for in the months of some years.
 *
 * @param code name of the version
 * @param from first month it holds for; it holds until the next version begins
 * @param fields in the order they are shown
 */
public record Form(String code, YearMonth from, String zh, String en, List<Field> fields) {
    /** A quantity that is asked for. */
    public record Field(Quantity quantity, boolean required) {}

    /** The field of a quantity; empty when this form does not ask for it. */
    public Optional<Field> find(String quantityCode) {
        return fields.stream()
                .filter(f -> f.quantity().code().equals(quantityCode))
                .findFirst();
    }

    public List<Quantity> quantities() {
        return fields.stream().map(Field::quantity).toList();
    }
}
