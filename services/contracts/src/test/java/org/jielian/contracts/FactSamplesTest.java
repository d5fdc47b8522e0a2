package org.jielian.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample files are what readers of a topic were promised: each reads and writes without loss. */
class FactSamplesTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Arguments> facts() {
        return Stream.of(
                Arguments.of(RegionState.TOPIC, RegionState.class),
                Arguments.of(UnitState.TOPIC, UnitState.class),
                Arguments.of(ContactState.TOPIC, ContactState.class),
                Arguments.of(ReportState.TOPIC, ReportState.class),
                Arguments.of(RollupState.TOPIC, RollupState.class),
                Arguments.of(ClosingState.TOPIC, ClosingState.class),
                Arguments.of(CalendarState.TOPIC, CalendarState.class),
                Arguments.of(CoefficientsState.TOPIC, CoefficientsState.class),
                Arguments.of(ResultState.TOPIC, ResultState.class),
                Arguments.of(ReleaseState.TOPIC, ReleaseState.class),
                Arguments.of(AdoptionState.TOPIC, AdoptionState.class),
                Arguments.of(TitleState.TOPIC, TitleState.class),
                Arguments.of(TaskState.TOPIC, TaskState.class),
                Arguments.of(AssessmentState.TOPIC, AssessmentState.class),
                Arguments.of(InspectionState.TOPIC, InspectionState.class),
                Arguments.of(RectificationState.TOPIC, RectificationState.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void areReadAndWrittenWithoutLoss(String topic, Class<?> type) throws IOException {
        try (InputStream sample = getClass().getResourceAsStream("/samples/" + topic + ".json")) {
            var tree = JSON.readTree(sample);
            assertThat(JSON.writeValueAsString(JSON.treeToValue(tree, type))).isEqualTo(tree.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void everyTopicIsCreatedBeforeTheServicesStart(String topic, Class<?> type) {
        assertThat(Topics.ALL).extracting(Topics.Topic::name).contains(topic);
    }
}
