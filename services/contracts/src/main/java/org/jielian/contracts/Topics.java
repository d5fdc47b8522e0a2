package org.jielian.contracts;

import java.util.List;

/** Every topic between the services, as it has to exist before they start; {@code docs/topics.md} is the same in prose. */
public final class Topics {
    /**
     * One topic of state facts: compacted, so that a reader that starts today still learns everything that holds.
     *
     * @param name the topic's name, {@code <service>.<thing>.v<n>}
     * @param partitions how far its readers can scale; facts of one key stay in one partition and therefore in order
     */
    public record Topic(String name, int partitions) {}

    /** All topics; whoever sets up a broker creates these. */
    public static final List<Topic> ALL = List.of(
            new Topic(RegionState.TOPIC, 4),
            new Topic(UnitState.TOPIC, 4),
            new Topic(ContactState.TOPIC, 4),
            new Topic(ReportState.TOPIC, 4),
            new Topic(RollupState.TOPIC, 4),
            new Topic(ClosingState.TOPIC, 4),
            new Topic(CalendarState.TOPIC, 4),
            new Topic(CoefficientsState.TOPIC, 1),
            new Topic(ReleaseState.TOPIC, 4),
            new Topic(ResultState.TOPIC, 4),
            new Topic(AdoptionState.TOPIC, 4),
            new Topic(TitleState.TOPIC, 4),
            new Topic(TaskState.TOPIC, 4),
            new Topic(AssessmentState.TOPIC, 4),
            new Topic(InspectionState.TOPIC, 4),
            new Topic(RectificationState.TOPIC, 4));

    /** What a service could not read goes, with its cause, to {@code <service>.dead-letter.v1}; kept for thirty days. */
    public static String deadLetter(String service) {
        return service + ".dead-letter.v1";
    }

    private Topics() {}
}
