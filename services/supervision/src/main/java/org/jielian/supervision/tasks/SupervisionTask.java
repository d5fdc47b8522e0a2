package org.jielian.supervision.tasks;

import static org.jielian.supervision.tasks.TaskSteps.TABLE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jielian.contracts.TaskState;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.StateTable.Row;

/** One task (督办): what a node has to answer for, to whom, and by when. Every change is a row of {@link TaskSteps}. */
@Entity
@Table(name = "supervision_task")
class SupervisionTask {
    @Id
    UUID id;

    long version;

    @Enumerated(EnumType.STRING)
    TaskKind kind;

    String period;
    String target;
    String path;
    String issuer;
    String holder;

    @Column(name = "title_zh")
    String titleZh;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "detail_zh")
    String detailZh;

    @Column(name = "detail_en")
    String detailEn;

    boolean grouped;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "opened_by")
    String openedBy;

    LocalDate due;

    @Enumerated(EnumType.STRING)
    TaskStatus status = TaskStatus.OPEN;

    @Enumerated(EnumType.STRING)
    Rung rung = Rung.NONE;

    @Column(name = "climbs_on")
    LocalDate climbsOn;

    @Column(name = "cause_gone_at")
    Instant causeGoneAt;

    String answer;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] evidence = {};

    @Column(name = "answered_by")
    String answeredBy;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "asked_until")
    LocalDate askedUntil;

    @Column(name = "asked_reason")
    String askedReason;

    String remark;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closed_by")
    String closedBy;

    protected SupervisionTask() {}

    /**
     * A new task.
     *
     * @param path of the target
     * @param issuer who opens it, and in whose charge it is
     * @param openedBy user name; {@code null} for a fact
     */
    static SupervisionTask open(Cause cause, String path, String issuer, String openedBy, Instant now) {
        SupervisionTask task = new SupervisionTask();
        task.id = UUID.randomUUID();
        task.version = 1;
        task.kind = cause.kind();
        task.period = cause.period();
        task.target = cause.node();
        task.path = path;
        task.issuer = issuer;
        task.holder = issuer;
        task.titleZh = cause.title().zh();
        task.titleEn = cause.title().en();
        task.detailZh = cause.detail().zh();
        task.detailEn = cause.detail().en();
        task.openedAt = now;
        task.openedBy = openedBy;
        return task;
    }

    /** It is to be answered by that day, and climbs anew after it. */
    void dueOn(LocalDate day, Ladder ladder) {
        due = day;
        rung = Rung.NONE;
        climbsOn = ladder.climbsOn(day, rung);
    }

    /** Follows the day of what it is about; {@code null} while nothing waits for the target, and then it does not climb. */
    void dayMoves(LocalDate day, Ladder ladder) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.DAY_MOVES, Actor.SYSTEM);
        if (day == null) climbsOn = null;
        else if (!day.equals(due)) dueOn(day, ladder);
        else climbsOn = ladder.climbsOn(due, rung);
        take(step);
    }

    /** Whether {@link #dayMoves} would change anything. */
    boolean standsAt(LocalDate day) {
        return day == null ? climbsOn == null : day.equals(due) && (climbsOn != null || rung == Rung.SUMMONED);
    }

    private void requireAnsweredHere() {
        if (kind.isAnsweredElsewhere()) {
            throw TaskProblem.ANSWERED_ELSEWHERE.because(
                    "请在整改通知书中逐项反馈、核实", "answer and verify it on the rectification notice, problem by problem");
        }
    }

    void answer(Actor who, String text, List<String> files, Instant now) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.ANSWER, who);
        requireAnsweredHere();
        answer = stated(text);
        evidence = files.toArray(String[]::new);
        answeredBy = who.name();
        answeredAt = now;
        askedUntil = null;
        askedReason = null;
        take(step);
    }

    void askExtension(Actor who, LocalDate until, String reason) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.ASK_EXTENSION, who);
        requireAnsweredHere();
        requireLater(until, due);
        askedReason = stated(reason);
        askedUntil = until;
        take(step);
    }

    void grant(Actor who, String word, LocalDate today, Ladder ladder) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.GRANT, who);
        // granted after the day that was asked for has passed it would be no extension
        requireLater(askedUntil, today.minusDays(1));
        dueOn(askedUntil, ladder);
        askedUntil = null;
        remark = word;
        take(step);
    }

    void refuse(Actor who, String reason) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.REFUSE, who);
        remark = stated(reason);
        askedUntil = null;
        take(step);
    }

    void verify(Actor who, String word, Instant now) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.VERIFY, who);
        remark = word;
        end(who, now);
        take(step);
    }

    /** Sent back with a reason, to be answered again by that day. */
    void sendBack(Actor who, String reason, LocalDate again, Ladder ladder) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.RETURN, who);
        remark = stated(reason);
        if (again.isAfter(due)) dueOn(again, ladder);
        take(step);
    }

    void close(Actor who, Instant now) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.CLOSE, who);
        if (causeGoneAt == null) {
            throw TaskProblem.CAUSE_STANDS.because("原因消除后才能直接办结", "it can be closed once its cause is gone");
        }
        end(who, now);
        take(step);
    }

    void withdraw(Actor who, String reason, Instant now) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.WITHDRAW, who);
        if (openedBy == null)
            throw TaskProblem.NOT_BY_PERSON.because("请等待原因消除或核实答复", "wait for its cause to go, or verify");
        remark = stated(reason);
        end(who, now);
        take(step);
    }

    void causeGoes(Instant now) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.CAUSE_GOES, Actor.SYSTEM);
        causeGoneAt = now;
        take(step);
    }

    void causeReturns() {
        Row<TaskStatus, TaskAction> step = step(TaskAction.CAUSE_RETURNS, Actor.SYSTEM);
        causeGoneAt = null;
        take(step);
    }

    /** Climbs one rung; from {@code RED} and from {@code CRITICISED} on it is in the charge of the tier above, as far as there is one. */
    void climb(LocalDate today, Ladder ladder) {
        Row<TaskStatus, TaskAction> step = step(TaskAction.CLIMB, Actor.SYSTEM);
        if (climbsOn == null || today.isBefore(climbsOn) || causeGoneAt != null) {
            throw new IllegalStateException("task " + id + " does not climb on " + today);
        }
        rung = Ladder.after(rung);
        climbsOn = ladder.climbsOn(due, rung);
        if (rung == Rung.RED || rung == Rung.CRITICISED) holder = above(holder);
        take(step);
    }

    /** The target stands elsewhere now; who is in charge stands above it. */
    void moveTo(String newPath) {
        path = newPath;
        if (!path.contains("/" + holder + "/")) holder = above(target);
    }

    /** The region above a node on the target's line; at the top the node itself. */
    private String above(String node) {
        String[] line = path.substring(1).split("/");
        for (int i = 1; i < line.length; i++) if (line[i].equals(node)) return line[i - 1];
        return node;
    }

    /** What somebody may do now, by the table and as far as what it requires is known before. */
    List<TaskAction> possibleFor(Actor who) {
        return TABLE.from(status).stream()
                .filter(row -> may((Party) row.who(), who))
                .map(Row::action)
                .filter(action -> action != TaskAction.CLOSE || causeGoneAt != null)
                .filter(action -> action != TaskAction.ANSWER && action != TaskAction.ASK_EXTENSION
                        || !kind.isAnsweredElsewhere())
                .filter(action -> action != TaskAction.WITHDRAW || openedBy != null)
                .distinct()
                .toList();
    }

    private Row<TaskStatus, TaskAction> step(TaskAction action, Actor who) {
        List<Row<TaskStatus, TaskAction>> possible = TABLE.require(status, action);
        for (Row<TaskStatus, TaskAction> row : possible) if (may((Party) row.who(), who)) return row;
        if (action == TaskAction.VERIFY && holder.equals(who.node())) {
            throw TaskProblem.OWN_WORK.because("请由答复人 %s 以外的人核实", "somebody else than %s has to verify it", answeredBy);
        }
        throw TABLE.notYours(possible);
    }

    private boolean may(Party party, Actor who) {
        return switch (party) {
            case TARGET -> target.equals(who.node());
            case HOLDER -> holder.equals(who.node());
            case SOMEBODY_ELSE -> holder.equals(who.node()) && !who.name().equals(answeredBy);
            case ISSUER -> issuer.equals(who.node());
            case SYSTEM -> who == Actor.SYSTEM;
        };
    }

    private void take(Row<TaskStatus, TaskAction> step) {
        status = step.to();
        version++;
    }

    private void end(Actor who, Instant now) {
        closedAt = now;
        closedBy = who.name();
        climbsOn = null;
    }

    private static String stated(String text) {
        if (text == null || text.isBlank())
            throw TaskProblem.TEXT_MISSING.because("请写明内容或理由", "say what was done, or why");
        return text.strip();
    }

    private static void requireLater(LocalDate day, LocalDate than) {
        if (day == null || !day.isAfter(than)) {
            throw TaskProblem.NOT_A_LATER_DAY.because("日期须晚于 %s", "the day has to be after %s", than);
        }
    }

    Text title() {
        return new Text(titleZh, titleEn);
    }

    Text detail() {
        return new Text(detailZh, detailEn);
    }

    String subject() {
        return "task/" + id;
    }

    TaskState state() {
        return new TaskState(
                id,
                version,
                kind.name(),
                period,
                target,
                issuer,
                holder,
                status.told(),
                rung,
                due,
                openedAt,
                openedBy,
                causeGoneAt,
                answeredAt,
                answeredBy,
                closedAt,
                closedBy);
    }
}
