package org.jielian.supervision.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Our own states in JSON columns; what we wrote ourselves can be read. */
@Singleton
class Json {
    @Inject
    ObjectMapper mapper;

    String write(Object state) {
        try {
            return mapper.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a state that can't be written: " + state.getClass(), e);
        }
    }

    <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept state that can't be read", e);
        }
    }
}
