package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.Text;

/** What people are told about tasks. */
@Singleton
class Telling {
    @Inject
    Notices notices;

    void opened(SupervisionTask task) {
        tell(
                task,
                task.target,
                "TASK_OPENED",
                "督办：" + task.titleZh,
                "Task: " + task.titleEn,
                Text.of("请于 %s 前答复。", "Answer by %s.", task.due));
    }

    void answered(SupervisionTask task) {
        tell(
                task,
                task.holder,
                "TASK_ANSWERED",
                "待核实：" + task.titleZh,
                "To be verified: " + task.titleEn,
                Text.of("%s 已答复。", "Answered by %s.", task.answeredBy));
    }

    void extensionAsked(SupervisionTask task) {
        tell(
                task,
                task.holder,
                "TASK_EXTENSION_ASKED",
                "申请延期：" + task.titleZh,
                "More time asked for: " + task.titleEn,
                Text.of("申请延至 %s。", "Until %s.", task.askedUntil));
    }

    /** The region in charge has decided something the target has to know. */
    void decided(SupervisionTask task, TaskAction action) {
        tell(
                task,
                task.target,
                "TASK_" + action,
                action.label().zh() + "：" + task.titleZh,
                action.label().en() + ": " + task.titleEn,
                new Text(
                        "答复期限 %s。%s".formatted(task.due, task.remark == null ? "" : task.remark),
                        "To be answered by %s. %s".formatted(task.due, task.remark == null ? "" : task.remark)));
    }

    /** The task has climbed: its target, who opened it and who is in charge of it now hear of it. */
    void climbed(SupervisionTask task) {
        Set<String> concerned = new TreeSet<>(Set.of(task.target));
        concerned.add(task.issuer);
        concerned.add(task.holder);
        Text rung = RungWords.of(task.rung);
        for (String node : concerned) {
            tell(
                    task,
                    node,
                    "TASK_" + task.rung,
                    rung.zh() + "：" + task.titleZh,
                    rung.en() + ": " + task.titleEn,
                    Text.of("答复期限 %s，现由 %s 负责。", "To be answered by %s; in the charge of %s.", task.due, task.holder));
        }
    }

    void causeGone(SupervisionTask task) {
        tell(
                task,
                task.holder,
                "TASK_CAUSE_GONE",
                "原因已消除，可办结：" + task.titleZh,
                "The cause is gone, close it: " + task.titleEn,
                Text.of("%s", "%s", task.target));
    }

    private void tell(SupervisionTask task, String node, String cause, String zh, String en, Text detail) {
        notices.tell(new Notice(node, cause, task.subject(), new Text(zh, en), detail, "/tasks/" + task.id));
    }
}
