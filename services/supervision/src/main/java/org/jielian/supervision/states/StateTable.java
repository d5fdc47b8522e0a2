package org.jielian.supervision.states;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;

/**
 * All steps there are in the life of something, one row each; nothing else is a step. An action may lead to different states, or be taken by
 * different parties: that is one row for each.
 *
 * @param <S> the states
 * @param <A> what can be done
 */
public final class StateTable<S extends Enum<S> & Labelled, A extends Enum<A> & Labelled> {
    private final List<Row<S, A>> rows;

    /**
     * A step.
     *
     * @param who may take it
     * @param requires what else has to hold; empty for nothing
     */
    public record Row<S, A>(S from, A action, S to, Labelled who, Text requires) {}

    private StateTable(List<Row<S, A>> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Begins an empty table. */
    public static <S extends Enum<S> & Labelled, A extends Enum<A> & Labelled> Rows<S, A> rows() {
        return new Rows<>();
    }

    /** A table in the making. */
    public static final class Rows<S extends Enum<S> & Labelled, A extends Enum<A> & Labelled> {
        private final List<Row<S, A>> rows = new ArrayList<>();

        public Rows<S, A> row(S from, A action, S to, Labelled who) {
            return row(from, action, to, who, "", "");
        }

        public Rows<S, A> row(S from, A action, S to, Labelled who, String zh, String en) {
            rows.add(new Row<>(from, action, to, who, new Text(zh, en)));
            return this;
        }

        public StateTable<S, A> table() {
            return new StateTable<>(rows);
        }
    }

    /** The whole table, in the order it was written. */
    public List<Row<S, A>> all() {
        return rows;
    }

    /** The steps from a state. */
    public List<Row<S, A>> from(S state) {
        return rows.stream().filter(r -> r.from() == state).toList();
    }

    /** The steps from a state by an action; empty when there are none. */
    public List<Row<S, A>> of(S from, A action) {
        return from(from).stream().filter(r -> r.action() == action).toList();
    }

    /** Whether somebody may come from one state to the other by that action. */
    public boolean leads(S from, A action, S to) {
        return of(from, action).stream().anyMatch(r -> r.to() == to);
    }

    /**
     * The steps from a state by an action.
     *
     * @return at least one
     * @throws ProblemException {@link StateProblem#NO_SUCH_STEP} when there are none, with what could be done instead
     */
    public List<Row<S, A>> require(S from, A action) {
        List<Row<S, A>> found = of(from, action);
        if (!found.isEmpty()) return found;
        Text instead = actionsFrom(from);
        throw new ProblemException(
                StateProblem.NO_SUCH_STEP,
                new Text(
                        "“%s”状态下不能“%s”；可以：%s"
                                .formatted(from.label().zh(), action.label().zh(), instead.zh()),
                        "in the state \"%s\" one can't \"%s\"; possible: %s"
                                .formatted(from.label().en(), action.label().en(), instead.en())));
    }

    /** The refusal of a step that is somebody else's. */
    public ProblemException notYours(List<Row<S, A>> step) {
        A action = step.get(0).action();
        return new ProblemException(
                StateProblem.NOT_YOUR_STEP,
                new Text(
                        "“%s”由%s办理"
                                .formatted(
                                        action.label().zh(),
                                        joined(step, r -> r.who().label().zh(), "、")),
                        "\"%s\" is for %s"
                                .formatted(
                                        action.label().en(),
                                        joined(step, r -> r.who().label().en(), ", "))));
    }

    private Text actionsFrom(S state) {
        List<Row<S, A>> possible = from(state);
        if (possible.isEmpty()) return new Text("无（已办结）", "nothing, it is finished");
        return new Text(
                joined(possible, r -> r.action().label().zh(), "、"),
                joined(possible, r -> r.action().label().en(), ", "));
    }

    private String joined(List<Row<S, A>> of, Function<Row<S, A>, String> word, String between) {
        return of.stream().map(word).distinct().collect(Collectors.joining(between));
    }
}
