package org.jielian.supervision.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.inspections.PlanningInspections.Asked;
import org.jielian.supervision.recognition.SmallStandard;
import org.jielian.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Random people of every tier and of another city try random things; the audit trail must read as a walk along the tables, each step by
 * somebody who may, and nobody finds or changes what is neither below them nor given to them.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RandomInspectionsTest {
    private static final int STEPS = 10_000;
    private static final long SEED = 20261130;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    PlanningInspections planning;

    @Inject
    Inspecting inspecting;

    @Inject
    ServingNotices serving;

    @Inject
    Rectifying rectifying;

    @Inject
    Inspections inspections;

    @Inject
    Rectifications rectifications;

    @Inject
    ReadingInspections reading;

    @Inject
    ReadingRectifications readingNotices;

    @Inject
    InspectionClockwork clockwork;

    @Inject
    ListingInspections listing;

    @Inject
    AuditTrail audit;

    private final Random random = new Random(SEED);
    private final List<UUID> ids = new ArrayList<>();
    private final Map<UUID, String> paths = new HashMap<>();
    private final List<UUID> notices = new ArrayList<>();
    private final Set<InspectionStatus> seen = EnumSet.noneOf(InspectionStatus.class);
    private final Set<ProblemStatus> seenOfProblems = EnumSet.noneOf(ProblemStatus.class);
    private Chain chain;
    private List<String> units;
    private List<String> people;

    @AfterEach
    void clock() {
        MovableClock.daysAgo(0);
    }

    @Test
    void takeNoStepOutsideTheTablesAndReachNothingOutsideTheirNode() throws Exception {
        chain = Chain.told("58");
        SmallStandard.released(chain, LocalDate.of(2020, 1, 1));
        units = List.of(chain.unit, InspectingFixture.told("11580106TEST0002A2", chain.otherCounty));
        people = new ArrayList<>(units);
        people.addAll(List.of(
                chain.province, chain.city, chain.county, chain.secondCounty, chain.otherCity, chain.otherCounty));
        double daysAgo = 900;
        for (int i = 0; i < STEPS; i++) {
            daysAgo = Math.max(0, daysAgo - 0.08);
            MovableClock.daysAgo((int) daysAgo);
            attempt();
        }
        int steps = 0;
        for (UUID id : ids) steps += walk(id);
        for (UUID id : notices) steps += walkOfNotice(id);
        assertThat(steps).as("steps taken of %s attempts", STEPS).isGreaterThan(1000);
        assertThat(seen)
                .as("with seed %s", SEED)
                .contains(InspectionStatus.RECTIFIED, InspectionStatus.CLOSED, InspectionStatus.CANCELLED);
        assertThat(seenOfProblems).containsExactlyInAnyOrder(ProblemStatus.values());
    }

    /** Half of what is tried is likely by the tables, or nobody would ever come far; the other half is anything by anybody. */
    private void attempt() throws Exception {
        UUID id = ids.isEmpty() ? null : one(ids);
        Guess guess = id == null || random.nextBoolean() ? null : likely(id);
        String node = guess == null ? one(people) : guess.node();
        var who = new Person.Identity(
                one(List.of("a", "b", node)), node, Set.of("reporter", "administrator", "reviewer", "supervisor"));
        try {
            inTheNameOf.call(who, () -> {
                if (id == null || guess == null && random.nextInt(20) == 0) plan(node);
                else if (guess != null) guess.step().run();
                else anything(id);
                return null;
            });
        } catch (ProblemException refused) {
            // most of what is tried at random is none of theirs
        }
        if (id != null && random.nextInt(10) == 0) looksOnlyWhereItMay(who, id);
        if (random.nextInt(50) == 0) clockwork.tick();
    }

    /** Something that may be done next, and by whom. */
    private record Guess(String node, Runnable step) {}

    private Guess likely(UUID id) throws Exception {
        Inspection i = inTheNameOf.system(() -> inspections.require(id).inspection());
        if (i.status == InspectionStatus.NOTIFIED) {
            RectificationNotice notice = inTheNameOf.system(() -> rectifications.require(i.notice));
            NumberedProblem p = one(notice.problems);
            var rows = ProblemSteps.TABLE.from(p.status);
            if (rows.isEmpty()) return null;
            var row = one(rows);
            return new Guess(
                    row.who() == ProblemParty.UNIT ? i.unitCode : i.inspecting,
                    () -> step(i.notice, p.no, row.action()));
        }
        var rows = InspectionSteps.TABLE.from(i.status);
        if (rows.isEmpty()) return null;
        var row = one(rows);
        return new Guess(row.who() == Side.UNIT ? i.unitCode : i.inspecting, () -> step(id, row.action()));
    }

    private void plan(String node) {
        boolean cross = node.equals(chain.province) && random.nextBoolean();
        String unit = one(units);
        LocalDate today = MovableClock.today();
        UUID plan = planning.plan(new Asked(
                node,
                cross ? InspectionKind.CROSS_CITY : one(List.of(InspectionKind.PLANNED, InspectionKind.SPOT)),
                "随机",
                SmallStandard.CODE,
                today.getYear(),
                today,
                today,
                cross ? (unit.equals(chain.unit) ? chain.otherCity : chain.city) : null,
                List.of(unit),
                null,
                null,
                List.of("王芳"),
                null,
                null));
        var asked = new InspectionQuery();
        asked.plan = plan;
        asked.order = "asc";
        asked.sort = "day";
        listing.all(asked).forEach(line -> {
            ids.add(line.id());
            paths.put(line.id(), line.unitCode());
        });
    }

    private void anything(UUID id) {
        if (!notices.isEmpty() && random.nextInt(3) == 0) {
            step(one(notices), 1 + random.nextInt(2), one(List.of(ProblemAction.values())));
        } else {
            step(id, one(List.of(InspectionAction.values())));
        }
    }

    private void step(UUID notice, int no, ProblemAction action) {
        LocalDate day =
                action == ProblemAction.ASK_EXTENSION ? MovableClock.today().plusDays(random.nextInt(60)) : day();
        rectifying.step(notice, no, new Rectifying.Asked(action, reason(), day, List.of()));
    }

    private void step(UUID id, InspectionAction action) {
        // steps that end it would leave nothing to walk on
        if (action == InspectionAction.CANCEL && random.nextInt(8) > 0) return;
        switch (action) {
            case LOOK ->
                inspecting.look(
                        id,
                        one(List.of("Q", "C", "D", "K", "X")),
                        new Inspecting.Looked(one(List.of(Outcome.values())), reason(), List.of()));
            case SERVE -> notices.add(serving.serve(id, problems(id)).id);
            default ->
                inspecting.step(id, new Inspecting.Asked(action, reason(), day(), random.nextBoolean(), List.of()));
        }
    }

    private List<ServingNotices.Asked> problems(UUID id) {
        List<ServingNotices.Asked> asked = new ArrayList<>();
        LocalDate day = MovableClock.today().plusDays(1 + random.nextInt(40));
        for (var item : reading.of(id).items()) {
            if (item.finding() == null || item.finding().outcome() != Outcome.PROBLEM) continue;
            asked.add(new ServingNotices.Asked(item.code(), null, null, one(List.of(Term.values())), day, "张三", null));
        }
        asked.add(new ServingNotices.Asked(null, "条例", "问题", Term.SHORT, day, "张三", null));
        return asked;
    }

    private String reason() {
        return random.nextInt(6) == 0 ? " " : "理由";
    }

    private LocalDate day() {
        return MovableClock.today().plusDays(random.nextInt(5) == 0 ? 20 : 0);
    }

    private <T> T one(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** Whoever stands neither above the unit nor inspects it, nor above who does, finds nothing. */
    private void looksOnlyWhereItMay(Person.Identity who, UUID id) throws Exception {
        Inspection i = inTheNameOf.system(() -> inspections.require(id).inspection());
        boolean may = isAbove(who.node(), i.unitCode) || isAbove(who.node(), i.inspecting);
        boolean hidden = who.node().equals(i.unitCode) && !i.isAnnounced();
        boolean found;
        try {
            found = inTheNameOf.call(who, () -> reading.of(id)) != null;
        } catch (ProblemException refused) {
            found = false;
        }
        assertThat(found)
                .as("%s looks at %s of %s by %s", who.node(), id, i.unitCode, i.inspecting)
                .isEqualTo(may && !hidden);
        if (i.notice == null) return;
        try {
            found = inTheNameOf.call(who, () -> readingNotices.of(i.notice)) != null;
        } catch (ProblemException refused) {
            found = false;
        }
        assertThat(found).as("%s looks at notice %s", who.node(), i.notice).isEqualTo(may);
    }

    /** Whether the first node is the second or stands above it. */
    private boolean isAbove(String node, String other) {
        Map<String, String> parents = new HashMap<>();
        parents.put(units.get(0), chain.county);
        parents.put(units.get(1), chain.otherCounty);
        parents.put(chain.county, chain.city);
        parents.put(chain.secondCounty, chain.city);
        parents.put(chain.otherCounty, chain.otherCity);
        parents.put(chain.city, chain.province);
        parents.put(chain.otherCity, chain.province);
        for (String at = other; at != null; at = parents.get(at)) if (at.equals(node)) return true;
        return false;
    }

    private int walk(UUID id) throws Exception {
        Inspection inspection = inTheNameOf.system(() -> inspections.require(id).inspection());
        InspectionStatus at = null;
        int steps = 0;
        for (AuditTrail.Entry entry : inTheNameOf.system(() -> audit.of("inspection/" + id))) {
            InspectionStatus to =
                    InspectionStatus.valueOf(entry.after().get("status").asText());
            seen.add(to);
            if (entry.before() != null) {
                InspectionStatus from = at;
                assertThat(entry.before().get("status").asText()).isEqualTo(from.name());
                InspectionAction action =
                        InspectionAction.valueOf(entry.action().substring("INSPECTION_".length()));
                assertThat(InspectionSteps.TABLE.of(from, action))
                        .as("%s: %s %s %s by %s of %s", id, from, action, to, entry.who(), entry.node())
                        .anyMatch(row -> row.to() == to
                                && switch ((Side) row.who()) {
                                    case INSPECTORS -> inspection.inspecting.equals(entry.node());
                                    case UNIT -> inspection.unitCode.equals(entry.node());
                                    case SYSTEM -> entry.who().equals("system") || action == InspectionAction.RECTIFY;
                                });
                steps++;
            }
            at = to;
        }
        assertThat(at).isEqualTo(inspection.status);
        return steps;
    }

    private int walkOfNotice(UUID id) throws Exception {
        RectificationNotice notice = inTheNameOf.system(() -> rectifications.require(id));
        int steps = 0;
        for (AuditTrail.Entry entry : inTheNameOf.system(() -> audit.of("rectification/" + id))) {
            if (entry.before() == null) continue;
            ProblemAction action = ProblemAction.valueOf(entry.action().substring("RECTIFICATION_".length()));
            for (int i = 0; i < entry.after().get("problems").size(); i++) {
                var before = entry.before().get("problems").get(i);
                var after = entry.after().get("problems").get(i);
                ProblemStatus to = ProblemStatus.valueOf(after.get("status").asText());
                seenOfProblems.add(to);
                if (before.equals(after)) continue;
                ProblemStatus from = ProblemStatus.valueOf(before.get("status").asText());
                String answeredBy = before.get("answeredBy").asText();
                assertThat(ProblemSteps.TABLE.of(from, action))
                        .as("%s: %s %s %s by %s of %s", id, from, action, to, entry.who(), entry.node())
                        .anyMatch(row -> row.to() == to
                                && switch ((ProblemParty) row.who()) {
                                    case UNIT -> notice.unitCode.equals(entry.node());
                                    case ISSUER -> notice.issuer.equals(entry.node());
                                    case SOMEBODY_ELSE ->
                                        notice.issuer.equals(entry.node())
                                                && !entry.who().equals(answeredBy);
                                });
                steps++;
            }
        }
        return steps;
    }
}
