package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.evidence.EvidenceDesk;

/** What people do about tasks. */
@Singleton
class ActingOnTasks {
    @Inject
    Tasks tasks;

    @Inject
    OpeningTasks opening;

    @Inject
    Telling telling;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    Person person;

    @Inject
    WorkingDays working;

    @Inject
    Ladder ladder;

    @Inject
    TasksConfig config;

    @Inject
    EvidenceDesk desk;

    @Inject
    Clock clock;

    @Transactional
    SupervisionTask open(String target, String title, String detail, LocalDate due) {
        String path = access.requireSees(target);
        boolean ofRegion = person.node() != null
                && paths.find(person.node()).filter(n -> !n.isUnit()).isPresent();
        if (!ofRegion || target.equals(person.node())) {
            throw TaskProblem.NOT_BELOW.because("%s 不是您的下级", "%s is not below your node", target);
        }
        if (title == null || title.isBlank()) throw TaskProblem.TEXT_MISSING.because("请写明督办事由", "say what it is about");
        String more = detail == null ? "" : detail.strip();
        Cause about = new Cause(
                TaskKind.BY_PERSON,
                target,
                null,
                UUID.randomUUID().toString(),
                new Text(title.strip(), title.strip()),
                new Text(more, more));
        return opening.byPerson(about, path, who(), due);
    }

    /** @param evidence about the target of the task, or something below it */
    @Transactional
    SupervisionTask answer(UUID id, String text, List<UUID> evidence) {
        List<String> shown = desk.require(evidence, tasks.require(id).target).stream()
                .map(e -> e.id().toString())
                .toList();
        SupervisionTask task = tasks.step(id, "TASK_ANSWER", text, t -> t.answer(who(), text, shown, clock.instant()));
        telling.answered(task);
        return task;
    }

    @Transactional
    SupervisionTask askExtension(UUID id, LocalDate until, String reason) {
        SupervisionTask task = tasks.step(id, "TASK_ASK_EXTENSION", reason, t -> t.askExtension(who(), until, reason));
        telling.extensionAsked(task);
        return task;
    }

    @Transactional
    SupervisionTask decideExtension(UUID id, boolean granted, String word) {
        TaskAction action = granted ? TaskAction.GRANT : TaskAction.REFUSE;
        return decided(id, action, word, t -> {
            if (granted) t.grant(who(), word, tasks.today(), ladder);
            else t.refuse(who(), word);
        });
    }

    @Transactional
    SupervisionTask verify(UUID id, String word) {
        return decided(id, TaskAction.VERIFY, word, t -> t.verify(who(), word, clock.instant()));
    }

    /** At least some days are left to answer again. */
    @Transactional
    SupervisionTask sendBack(UUID id, String reason, LocalDate due) {
        LocalDate least = working.plus(tasks.today(), config.answerAgainWithin());
        LocalDate again = due == null || due.isBefore(least) ? least : due;
        return decided(id, TaskAction.RETURN, reason, t -> t.sendBack(who(), reason, again, ladder));
    }

    @Transactional
    SupervisionTask close(UUID id) {
        return decided(id, TaskAction.CLOSE, null, t -> t.close(who(), clock.instant()));
    }

    @Transactional
    SupervisionTask withdraw(UUID id, String reason) {
        return decided(id, TaskAction.WITHDRAW, reason, t -> t.withdraw(who(), reason, clock.instant()));
    }

    private SupervisionTask decided(
            UUID id, TaskAction action, String word, java.util.function.Consumer<SupervisionTask> step) {
        SupervisionTask task = tasks.step(id, "TASK_" + action, word, step);
        telling.decided(task, action);
        return task;
    }

    private Actor who() {
        return Actor.of(person);
    }
}
