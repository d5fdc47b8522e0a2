package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;

/**
 * Opens tasks for causes, and says of them when a cause is gone. The same cause opens one task ever: telling it again, or all of them from the
 * start, changes nothing. To be called in the system's own name, since who is in charge is told, too.
 */
@Singleton
public class OpeningTasks {
    @Inject
    Tasks tasks;

    @Inject
    CauseRows causes;

    @Inject
    NodePaths paths;

    @Inject
    Telling telling;

    @Inject
    Ladder ladder;

    @Inject
    WorkingDays working;

    @Inject
    TasksConfig config;

    @Inject
    Clock clock;

    /** A cause, where its node stands and the region in whose charge it falls. */
    private record Placed(Cause cause, String path, String region) {}

    /** By what a flood is told from single causes. */
    private record Flood(TaskKind kind, String period, String region) {}

    /** Opens what is not known yet; a cause about a node nobody knows opens nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Collection<Cause> standing) {
        Set<String> known = causes.known(standing.stream().map(Cause::fullKey).toList());
        Map<String, Cause> news = new LinkedHashMap<>();
        standing.stream().filter(c -> !known.contains(c.fullKey())).forEach(c -> news.put(c.fullKey(), c));
        Map<Flood, List<Placed>> byRegion = new LinkedHashMap<>();
        Map<String, String> places =
                paths.pathsOf(news.values().stream().map(Cause::node).collect(Collectors.toSet()));
        for (Cause cause : news.values()) {
            place(cause, places).ifPresent(placed -> byRegion.computeIfAbsent(
                            new Flood(cause.kind(), cause.period(), placed.region()), f -> new ArrayList<>())
                    .add(placed));
        }
        byRegion.forEach(this::open);
    }

    /** These causes are gone: a task of which none is left says so, and waits for one click of whoever is in charge. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void gone(TaskKind kind, Collection<String> nodesAndKeys) {
        goes(nodesAndKeys.stream().map(key -> kind + "/" + key).toList());
    }

    /**
     * Brings the tasks of a kind about some nodes to what stands.
     *
     * @param standing all causes of that kind about these nodes that there are now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(TaskKind kind, Collection<String> nodes, Collection<Cause> standing) {
        settle(causes.standing(kind, nodes), standing);
    }

    /** The same for all nodes, about a period. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settleIn(TaskKind kind, String period, Collection<Cause> standing) {
        settle(causes.standingIn(kind, period), standing);
    }

    /** The same for all nodes and periods. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settleAll(TaskKind kind, Collection<Cause> standing) {
        settle(causes.standing(kind), standing);
    }

    private void settle(Set<String> before, Collection<Cause> standing) {
        Set<String> now = standing.stream().map(Cause::fullKey).collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(before);
        gone.removeAll(now);
        goes(gone);
        comeBack(now);
        open(standing);
        standing.stream().filter(c -> c.kind().isAnsweredElsewhere()).forEach(this::follow);
    }

    /** A task that only follows what it is about is due when that is. */
    private void follow(Cause cause) {
        causes.taskOf(cause.fullKey()).map(tasks::require).ifPresent(task -> {
            if (!task.status.isOwed() || task.standsAt(cause.due())) return;
            tasks.step(task.id, "TASK_DAY_MOVES", null, t -> t.dayMoves(cause.due(), ladder));
        });
    }

    private void goes(Collection<String> keys) {
        for (UUID id : causes.goes(keys)) {
            SupervisionTask task = tasks.require(id);
            if (task.status.isFinal() || task.causeGoneAt != null || causes.anyStands(id)) continue;
            telling.causeGone(tasks.step(id, "TASK_CAUSE_GOES", null, t -> t.causeGoes(clock.instant())));
        }
    }

    private void comeBack(Collection<String> keys) {
        for (UUID id : causes.returns(keys)) {
            SupervisionTask task = tasks.require(id);
            if (task.status.isFinal() || task.causeGoneAt == null) continue;
            tasks.step(id, "TASK_CAUSE_RETURNS", null, SupervisionTask::causeReturns);
        }
    }

    private static Optional<Placed> place(Cause cause, Map<String, String> places) {
        return Optional.ofNullable(places.get(cause.node())).map(path -> new Placed(cause, path, parentOn(path)));
    }

    /** The node before the last one; at the top the node itself. */
    private static String parentOn(String path) {
        String[] line = path.substring(1).split("/");
        return line[Math.max(0, line.length - 2)];
    }

    private void open(Flood flood, List<Placed> news) {
        Optional<UUID> group = flood.kind().isAnsweredElsewhere()
                ? Optional.empty()
                : causes.group(flood.kind(), flood.period(), flood.region());
        if (flood.kind().isAnsweredElsewhere()) {
            // each has a day of its own, by which it climbs
            news.forEach(p -> keep(p.cause(), p.path(), p.region(), false, List.of(p)));
        } else if (group.isPresent()) {
            addTo(group.get(), news);
        } else if (news.size() + causes.single(flood.kind(), flood.period(), flood.region()) > config.flood()) {
            openGroup(flood, news);
        } else {
            news.forEach(p -> keep(p.cause(), p.path(), p.region(), false, List.of(p)));
        }
    }

    private void addTo(UUID id, List<Placed> news) {
        causes.add(id, rows(news));
        if (tasks.require(id).causeGoneAt != null) {
            tasks.step(id, "TASK_CAUSE_RETURNS", null, SupervisionTask::causeReturns);
        }
    }

    private static List<CauseRows.Placed> rows(List<Placed> placed) {
        return placed.stream()
                .map(p -> new CauseRows.Placed(p.cause(), p.path()))
                .toList();
    }

    private void openGroup(Flood flood, List<Placed> news) {
        String path = paths.pathOf(flood.region()).orElseThrow();
        Text kind = flood.kind().label();
        String period = flood.period() == null ? "" : "（" + flood.period() + "）";
        String when = flood.period() == null ? "" : " (" + flood.period() + ")";
        Cause of = new Cause(
                flood.kind(),
                flood.region(),
                flood.period(),
                "group",
                new Text(
                        "%s：下属 %d 家%s".formatted(kind.zh(), news.size(), period),
                        "%s: %d nodes below%s".formatted(kind.en(), news.size(), when)),
                new Text("名单见下。", "They are listed below."));
        keep(of, path, parentOn(path), true, news);
    }

    private void keep(Cause about, String path, String region, boolean grouped, List<Placed> causesOfIt) {
        SupervisionTask task = SupervisionTask.open(about, path, region, null, clock.instant());
        task.grouped = grouped;
        LocalDate usual = working.plus(tasks.today(), config.answerWithin());
        task.dueOn(about.due() == null ? usual : about.due(), ladder);
        tasks.add(task);
        causes.add(task.id, rows(causesOfIt));
        telling.opened(task);
    }

    /** A person of a region opens one for a node below. */
    @Transactional(Transactional.TxType.MANDATORY)
    SupervisionTask byPerson(Cause about, String path, Actor issuer, LocalDate due) {
        SupervisionTask task = SupervisionTask.open(about, path, issuer.node(), issuer.name(), clock.instant());
        LocalDate day = due == null ? working.plus(tasks.today(), config.answerWithin()) : due;
        if (day.isBefore(tasks.today())) {
            throw TaskProblem.NOT_A_LATER_DAY.because("答复期限 %s 已过", "the day %s has passed", day);
        }
        task.dueOn(day, ladder);
        tasks.add(task);
        telling.opened(task);
        return task;
    }
}
