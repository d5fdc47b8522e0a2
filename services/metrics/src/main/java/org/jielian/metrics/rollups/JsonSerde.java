package org.jielian.metrics.rollups;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** JSON of one type, in facts and in the state of the topology alike. */
final class JsonSerde {
    static <T> Serde<T> of(ObjectMapper json, Class<T> type) {
        ObjectWriter writer = json.writerFor(type);
        ObjectReader reader = json.readerFor(type);
        return Serdes.serdeFrom(
                (topic, value) -> write(writer, topic, value), (topic, bytes) -> read(reader, topic, bytes));
    }

    private static byte[] write(ObjectWriter writer, String topic, Object value) {
        try {
            return value == null ? null : writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new SerializationException("not writable to " + topic, e);
        }
    }

    private static <T> T read(ObjectReader reader, String topic, byte[] bytes) {
        try {
            return bytes == null ? null : reader.readValue(bytes);
        } catch (IOException e) {
            throw new SerializationException("not readable from " + topic, e);
        }
    }

    private JsonSerde() {}
}
