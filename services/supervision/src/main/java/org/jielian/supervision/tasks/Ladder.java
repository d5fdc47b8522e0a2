package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.time.WorkingDays;

/** On which day a task climbs to which rung. */
@Singleton
class Ladder {
    @Inject
    TasksConfig config;

    @Inject
    WorkingDays working;

    /** The rung after this one; {@code null} at the top. */
    static Rung after(Rung rung) {
        return rung == Rung.SUMMONED ? null : Rung.values()[rung.ordinal() + 1];
    }

    /** The first day on which a task that is due then climbs beyond the rung; {@code null} at the top. */
    LocalDate climbsOn(LocalDate due, Rung rung) {
        Rung next = after(rung);
        return next == null ? null : shifted(due, daysTo(next));
    }

    private int daysTo(Rung rung) {
        TasksConfig.Rungs rungs = config.ladder();
        return switch (rung) {
            case NONE -> throw new IllegalArgumentException("nothing climbs to the ground");
            case REMINDED -> rungs.reminded();
            case YELLOW -> rungs.yellow();
            case RED -> rungs.red();
            case CRITICISED -> rungs.criticised();
            case SUMMONED -> rungs.summoned();
        };
    }

    private LocalDate shifted(LocalDate due, int days) {
        if (days >= 0) return working.plus(due, days);
        LocalDate day = due;
        for (int left = -days; left > 0; ) {
            day = day.minusDays(1);
            if (working.isWorking(day)) left--;
        }
        return day;
    }
}
