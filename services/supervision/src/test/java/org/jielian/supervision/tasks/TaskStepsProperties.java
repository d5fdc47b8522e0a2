package org.jielian.supervision.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;

/** Whatever people of every tier try, in whatever order: a task only goes where a row of the table leads. */
class TaskStepsProperties {
    private static final String UNIT = "11331102TEST0001A1";
    private static final List<Actor> PEOPLE = List.of(
            Actor.SYSTEM,
            new Actor("unit-a", UNIT),
            new Actor("unit-b", UNIT),
            new Actor("county-a", "331102"),
            new Actor("county-b", "331102"),
            new Actor("city-a", "331100"),
            new Actor("city-b", "331100"),
            new Actor("province-a", "330000"),
            new Actor("province-b", "330000"),
            new Actor("stranger", "330106"),
            new Actor("operator", null));
    private static final LocalDate BEGIN = LocalDate.of(2026, 3, 2);
    private static final Ladder LADDER = ladder();

    private static Ladder ladder() {
        Ladder ladder = new Ladder();
        ladder.config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 1000, text -> Duration.parse("PT" + text))
                .withMapping(TasksConfig.class)
                .build()
                .getConfigMapping(TasksConfig.class);
        ladder.working = WorkingDays.known();
        return ladder;
    }

    private final Map<TaskStatus, Integer> reached = new EnumMap<>(TaskStatus.class);
    private int taken;
    private LocalDate today;

    /** 100 tries of 300 steps each. */
    @Property(tries = 100)
    void neverLeavesTheTable(@ForAll long seed) {
        Random random = new Random(seed);
        SupervisionTask task = opened(random);
        today = BEGIN;
        taken = 0;
        reached.clear();
        for (int i = 0; i < 300; i++) {
            if (task.status.isFinal() && random.nextInt(5) == 0) task = opened(random);
            if (random.nextInt(4) == 0) today = today.plusDays(random.nextInt(6));
            tryOne(task, random);
        }
        assertThat(taken).as("steps that were really taken").isPositive();
    }

    /** Target and region in charge are the same node at the top of the chain: there the rule of one's own work bites. */
    private SupervisionTask opened(Random random) {
        boolean top = random.nextInt(3) == 0;
        Cause cause =
                new Cause(TaskKind.BY_PERSON, top ? "330000" : UNIT, null, "1", new Text("事", "a"), new Text("", ""));
        String path = top ? "/330000/" : "/330000/331100/331102/" + UNIT + "/";
        SupervisionTask task = SupervisionTask.open(
                cause, path, top ? "330000" : "331102", random.nextBoolean() ? null : "county-a", Instant.EPOCH);
        task.dueOn((today == null ? BEGIN : today).plusDays(random.nextInt(10)), LADDER);
        return task;
    }

    private void tryOne(SupervisionTask task, Random random) {
        Actor who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        TaskAction action = TaskAction.values()[random.nextInt(TaskAction.values().length)];
        var before = task.state();
        TaskStatus from = task.status;
        String answeredBy = task.answeredBy;
        String inCharge = task.holder;
        try {
            act(task, action, who, random);
        } catch (ProblemException | IllegalStateException refused) {
            assertThat(task.state()).as("a refused step changes nothing").isEqualTo(before);
            return;
        }
        taken++;
        reached.merge(task.status, 1, Integer::sum);
        assertThat(TaskSteps.TABLE.leads(from, action, task.status))
                .as("%s by %s to %s", from, action, task.status)
                .isTrue();
        assertThat(task.version).isEqualTo(before.version() + 1);
        assertThat(task.path).contains("/" + task.holder + "/");
        switch (action) {
            case ANSWER, ASK_EXTENSION -> assertThat(who.node()).isEqualTo(task.target);
            case VERIFY -> {
                assertThat(who.node()).isEqualTo(inCharge);
                assertThat(who.name()).as("nobody verifies their own work").isNotEqualTo(answeredBy);
            }
            case RETURN, GRANT, REFUSE, CLOSE -> assertThat(who.node()).isEqualTo(inCharge);
            case WITHDRAW -> assertThat(who.node()).isEqualTo(task.issuer);
            case CLIMB -> assertThat(task.rung).isGreaterThan(before.rung());
            case DAY_MOVES, CAUSE_GOES, CAUSE_RETURNS -> assertThat(task.status).isEqualTo(from);
        }
    }

    private void act(SupervisionTask task, TaskAction action, Actor who, Random random) {
        String text = random.nextInt(4) == 0 ? " " : "已处理";
        LocalDate day = today.plusDays(random.nextInt(30) - 10L);
        switch (action) {
            case ANSWER -> task.answer(who, text, List.of(), Instant.EPOCH);
            case ASK_EXTENSION -> task.askExtension(who, day, text);
            case GRANT -> task.grant(who, text, today, LADDER);
            case REFUSE -> task.refuse(who, text);
            case VERIFY -> task.verify(who, text, Instant.EPOCH);
            case RETURN -> task.sendBack(who, text, day, LADDER);
            case CLOSE -> task.close(who, Instant.EPOCH);
            case WITHDRAW -> task.withdraw(who, text, Instant.EPOCH);
            case CLIMB -> task.climb(today, LADDER);
            case DAY_MOVES -> task.dayMoves(random.nextInt(3) == 0 ? null : day, LADDER);
            case CAUSE_GOES -> task.causeGoes(Instant.EPOCH);
            case CAUSE_RETURNS -> task.causeReturns();
        }
    }
}
