package org.jielian.portal.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jielian.contracts.TaskState;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;

/** Where what a task asks for is done. */
@ApplicationScoped
class TaskPlaces {
    @Inject
    Gate gate;

    /** The page; {@code null} where the task is about nothing that has one. */
    String of(TaskState task) {
        if (Gate.isUnit(task.target())) return ofUnit(task, Addresses.unit(task.target()));
        Region region = gate.region(task.target());
        return ofRegion(task, Addresses.region(region.tier(), region.code()));
    }

    private static String ofUnit(TaskState task, String home) {
        return switch (task.kind()) {
            case "REPORT_MISSING", "EXPLANATION_REFUSED" -> home + "?month=" + task.period() + "#month";
            case "ABOVE_CONSTRAINT", "TARGET_MISSED" -> home + "/standard";
            case "TITLE_AT_RISK" -> home + "/titles";
            default -> null;
        };
    }

    private static String ofRegion(TaskState task, String home) {
        return switch (task.kind()) {
            case "REPORT_MISSING" -> home + "/reporting/outstanding?period=" + task.period();
            case "EXPLANATION_REFUSED" -> home + "/review?period=" + task.period();
            case "ABOVE_CONSTRAINT", "TARGET_MISSED" -> home + "/standards/results";
            case "RELEASE_NOT_CONFIRMED", "VALUES_IN_CONFLICT" -> home + "/standards";
            case "TITLE_AT_RISK", "REVIEW_LATE" -> home + "/titles";
            default -> null;
        };
    }
}
