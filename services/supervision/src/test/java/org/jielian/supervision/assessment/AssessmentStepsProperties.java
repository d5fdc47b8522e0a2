package org.jielian.supervision.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.assessment.Sheet.Actor;

/** Whatever people of every tier try, in whatever order: a sheet only goes where a row of the table leads, by whom it names. */
class AssessmentStepsProperties {
    private static final List<Actor> PEOPLE = List.of(
            new Actor("province-a", "330000"),
            new Actor("province-b", "330000"),
            new Actor("city-a", "331100"),
            new Actor("city-b", "331100"),
            new Actor("county", "331102"),
            new Actor("unit", "11331102TEST0001A1"),
            new Actor("other-city", "330100"),
            new Actor("other-province", "340000"),
            new Actor("operator", null));

    private LocalDate today;

    /** 100 tries of 100 steps each. */
    @Property(tries = 100)
    void neverLeavesTheTable(@ForAll long seed) {
        Random random = new Random(seed);
        Sheet sheet = computed();
        today = LocalDate.of(2027, 1, 4);
        for (int i = 0; i < 100; i++) {
            Stage before = sheet.state;
            Outcome numbers = sheet.outcome;
            Actor who = PEOPLE.get(random.nextInt(PEOPLE.size()));
            AssessmentAction action = AssessmentAction.values()[random.nextInt(AssessmentAction.values().length)];
            today = today.plusDays(random.nextInt(3));
            boolean taken = attempt(sheet, action, who);
            if (!taken) {
                assertThat(sheet.state)
                        .as("refused: %s %s by %s", before, action, who)
                        .isEqualTo(before);
                continue;
            }
            assertThat(AssessmentSteps.TABLE.leads(before, action, sheet.state))
                    .as("%s %s %s", before, action, sheet.state)
                    .isTrue();
            assertThat(who.node())
                    .as("%s by %s", action, who)
                    .isEqualTo(action == AssessmentAction.STATE ? "331100" : "330000");
            if (action == AssessmentAction.CONFIRM) {
                assertThat(who.name()).isNotEqualTo(sheet.sent.by());
                assertThat(before == Stage.STATED || today.isAfter(sheet.statementBy))
                        .isTrue();
            }
            if (before.isFrozen()) assertThat(sheet.outcome).as("numbers stay").isSameAs(numbers);
        }
    }

    private boolean attempt(Sheet sheet, AssessmentAction action, Actor who) {
        Instant now = Instant.parse("2027-01-04T00:00:00Z");
        try {
            switch (action) {
                case RECOMPUTE -> {
                    sheet.requireComputes(who);
                    sheet.compute(Made.rules(), sheet.inputs, now);
                }
                case SEND -> sheet.send(who, today.plusDays(10), now);
                case STATE -> sheet.state(who, "意见", now);
                case CONFIRM -> sheet.confirm(who, today, now);
                case PUBLISH -> sheet.publish(who, now);
                case RETURN -> sheet.sendBack(who, "理由", now);
            }
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private static Sheet computed() {
        Sheet sheet = new Sheet();
        sheet.id = UUID.randomUUID();
        sheet.assessed = "331100";
        sheet.assessor = "330000";
        sheet.year = 2026;
        Inputs inputs =
                Made.inputs(List.of(), List.of(Made.covered("A", 12, 12)), List.of(), List.of(), List.of(), null);
        sheet.compute(Made.rules(), inputs, Instant.EPOCH);
        return sheet;
    }
}
