package org.jielian.supervision.inspections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whole states as they are kept in a column. */
@Singleton
class Bodies {
    @Inject
    ObjectMapper json;

    <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept " + type.getSimpleName() + " that can't be read", e);
        }
    }

    String write(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a " + state.getClass().getSimpleName() + " that can't be written", e);
        }
    }
}
