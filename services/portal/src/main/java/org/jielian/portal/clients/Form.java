package org.jielian.portal.clients;

import java.util.List;

/** What is asked for in the months of some years. */
public record Form(String code, List<Field> fields) {
    /** A quantity that is asked for. */
    public record Field(Quantity quantity, boolean required) {}

    public List<Quantity> quantities() {
        return fields.stream().map(Field::quantity).toList();
    }
}
