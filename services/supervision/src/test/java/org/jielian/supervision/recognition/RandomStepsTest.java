package org.jielian.supervision.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.states.StateTable;
import org.jielian.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random people of every tier try random things; the audit trail must read as a walk along the table, each step by somebody who may. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RandomStepsTest {
    private static final int STEPS = 10_000;
    private static final int MOST = 20_000;
    private static final int ENOUGH = 50;
    private static final Set<State> FAR = Set.of(State.PUBLIC_NOTICE, State.RECOGNISED, State.UNDER_RECHECK);
    private static final long SEED = 20261125;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    Applying applying;

    @Inject
    ScoringItems scoring;

    @Inject
    Recognising recognising;

    @Inject
    Titles titles;

    @Inject
    Sampling sampling;

    @Inject
    RecognitionClockwork clockwork;

    @Inject
    AuditTrail audit;

    private final Random random = new Random(SEED);
    private final Set<UUID> ids = new LinkedHashSet<>();
    private Chain chain;
    private List<String> units;
    private List<String> people;

    @AfterEach
    void clock() {
        MovableClock.daysAgo(0);
    }

    @Test
    void reachNoStateOutsideTheTable() throws Exception {
        chain = Chain.told("84");
        SmallStandard.released(chain, LocalDate.of(2020, 1, 1));
        units = List.of(chain.unit, "11841100TEST0002A2", "11840000TEST0003A3");
        List<String> regions = List.of(chain.county, chain.city, chain.province);
        for (int i = 1; i < units.size(); i++) {
            String unit = units.get(i);
            Chain.unit(unit, regions.get(i), InstitutionType.AGENCY);
            await().atMost(Duration.ofSeconds(60)).until(() -> Chain.isKnown(unit));
        }
        for (int year = 2021; year <= 2025; year++) {
            for (int i = 0; i < units.size(); i++) SmallStandard.reported(units.get(i), regions.get(i), year, 12);
        }
        people = new ArrayList<>(units);
        people.addAll(regions);
        people.addAll(List.of(chain.secondCounty, chain.otherCity));
        double daysAgo = 1400;
        int steps = 0;
        Set<State> seen = new HashSet<>();
        // chance decides how far titles come in so many attempts: go on until it is far enough to prove something
        for (int i = 0; i < STEPS || i < MOST && (steps <= ENOUGH || !seen.containsAll(FAR)); i++) {
            daysAgo = Math.max(0, daysAgo - 0.13);
            MovableClock.daysAgo((int) daysAgo);
            something();
            if (i % 1000 != 999) continue;
            steps = 0;
            for (UUID id : ids) steps += walk(id, seen);
        }
        assertThat(steps).as("steps taken").isGreaterThan(ENOUGH);
        assertThat(seen).as("states seen with seed %s", SEED).containsAll(FAR);
    }

    private void something() throws Exception {
        UUID id = ids.isEmpty() ? UUID.randomUUID() : one(List.copyOf(ids));
        // by chance alone nobody would ever come far: seven of ten attempts are likely ones
        Title likely = ids.isEmpty() || random.nextInt(10) > 6
                ? null
                : inTheNameOf.system(() -> titles.require(id).title());
        String node = likely == null || likely.holder == null ? one(people) : likely.holder;
        var who = new Person.Identity(
                node + (random.nextBoolean() ? "a" : "b"),
                node,
                Set.of("reporter", "administrator", "reviewer", "supervisor"));
        try {
            inTheNameOf.call(who, () -> {
                act(node, id, likely);
                return null;
            });
        } catch (ProblemException refused) {
            // most of what is tried at random is none of theirs
        }
        if (random.nextInt(50) == 0) clockwork.tick();
    }

    private void act(String node, UUID id, Title likely) {
        int what = random.nextInt(likely == null ? 10 : 20);
        if (what == 0)
            ids.add(applying.begin(
                            one(units), SmallStandard.CODE, MovableClock.today().getYear() - 1)
                    .id);
        else if (what < 3) scoring.score(id, one(List.of("Q", "C", "D", "K")), said());
        else if (what == 3) sampling.draw(node, 30 + random.nextInt(70), "s" + random.nextInt());
        else if (what == 4) sampling.visited(id, MovableClock.today(), "现场");
        else {
            List<Action> all = likely == null
                    ? List.of(Action.values())
                    : Steps.TABLE.from(likely.state).stream()
                            .map(StateTable.Row::action)
                            .toList();
            if (all.isEmpty()) return;
            Action action = one(all);
            // steps back would keep the walk at its beginning
            if (Set.of(Action.RETURN, Action.REJECT, Action.REOPEN).contains(action) && random.nextInt(4) > 0) return;
            recognising.step(id, new Recognising.Asked(action, random.nextInt(5) == 0 ? null : "理由", null));
        }
    }

    private ScoringItems.Said said() {
        boolean hand = random.nextBoolean();
        BigDecimal points = hand ? BigDecimal.valueOf(20) : null;
        return new ScoringItems.Said(true, BigDecimal.valueOf(100), BigDecimal.valueOf(100), points, "理由", List.of());
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** Reads an application's way from the trail. */
    private int walk(UUID id, Set<State> seen) throws Exception {
        List<AuditTrail.Entry> entries = inTheNameOf.system(() -> audit.of("title/" + id));
        State at = null;
        String holder = null;
        int steps = 0;
        for (AuditTrail.Entry entry : entries) {
            State to = State.valueOf(entry.after().get("state").asText());
            State from = entry.before() == null
                    ? null
                    : State.valueOf(entry.before().get("state").asText());
            assertThat(from).isEqualTo(at);
            if (isStep(entry.action())) {
                assertThat(Steps.TABLE.all())
                        .as("%s: %s %s %s by %s", id, from, entry.action(), to, entry.who())
                        .anyMatch(step(from, Action.valueOf(entry.action()), to, entry, holder));
                steps++;
            } else {
                assertThat(to).as(entry.action()).isEqualTo(from == null ? State.DRAFT : from);
            }
            seen.add(to);
            at = to;
            holder = entry.after().get("holder").asText();
        }
        return steps;
    }

    private java.util.function.Predicate<StateTable.Row<State, Action>> step(
            State from, Action action, State to, AuditTrail.Entry entry, String holder) {
        return s -> s.from() == from
                && s.action() == action
                && s.to() == to
                && switch ((Who) s.who()) {
                    case SYSTEM -> entry.who().equals("system");
                    case UNIT -> units.contains(String.valueOf(entry.node()));
                    case HOLDER -> holder.equals(entry.node());
                    case PROVINCE -> chain.province.equals(entry.node());
                    case AUTHORITY ->
                        List.of(chain.county, chain.city, chain.province).contains(String.valueOf(entry.node()));
                };
    }

    private static boolean isStep(String action) {
        for (Action a : Action.values()) if (a.name().equals(action)) return true;
        return false;
    }
}
