package org.jielian.units.reorganisations;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;
import org.jielian.units.regions.Region;
import org.jielian.units.regions.TreeChanges;
import org.jielian.units.registry.Succession;
import org.jielian.units.reorganisations.Reorganisation.Change;
import org.jielian.units.reorganisations.Reorganisation.Scope;

/**
 * Carries a reorganisation out on a tree that is not stored yet, in the one order that works whatever the order of the changes: what is
 * new begins, what stays is renamed and moves, what hangs on an ending region goes to its successor, what ends closes.
 */
class Plan {
    private final TreeChanges tree;
    private final YearMonth from;
    private final List<Change> changes;
    private final Map<String, String> parentBefore = new HashMap<>();
    /** Old code of each region that ends, with the region that takes its place. */
    private final Map<String, String> successors = new HashMap<>();

    private final Map<Integer, ProblemException> refusals = new TreeMap<>();

    Plan(Reorganisation reorganisation, TreeChanges tree) {
        this.tree = tree;
        this.from = reorganisation.effectiveFrom();
        this.changes = reorganisation.changes();
    }

    /**
     * Changes the tree.
     *
     * @throws ProblemException REORGANISATION_REFUSED with what is wrong by change; the tree is of no use then
     */
    void carryOut() {
        forEach(this::look);
        beginNew();
        forEach(this::renameAndMove);
        forEach(this::handOverChildren);
        closeOld();
        if (!refusals.isEmpty()) throw refusal();
    }

    /** Which institutions go where. */
    List<Succession> successions() {
        return changes.stream()
                .filter(change -> !change.oldCode().equals(change.newCode()))
                .filter(change ->
                        change.scope() != Scope.PART || !change.units().isEmpty())
                .map(change -> new Succession(change.oldCode(), change.newCode(), Set.copyOf(change.units())))
                .toList();
    }

    /** Refuses a change for a reason found outside of the tree; {@link #carryOut} tells all of them together. */
    void refuse(int change, ProblemException why) {
        refusals.putIfAbsent(change, why);
    }

    private void look(Change change) {
        Region old = tree.region(change.oldCode());
        if (old == null || !tree.tree().existsIn(change.oldCode(), from)) {
            throw ReorganisationProblem.OLD_REGION_UNKNOWN.because(
                    "%2$s 没有区划 %1$s", "there is no region %1$s in %2$s", change.oldCode(), from);
        }
        if (change.scope() != Scope.PART && !change.units().isEmpty()) {
            throw ReorganisationProblem.CONTRADICTION.because("只有 PART 才能列出机构", "only a PART names institutions");
        }
        old.parentCode().ifPresent(parent -> parentBefore.put(change.oldCode(), parent));
        refuseContradiction(change);
        if (change.ends() && successors.putIfAbsent(change.oldCode(), change.newCode()) != null) {
            throw ReorganisationProblem.TAKEN_TWICE.because("区划 %s 被撤销两次", "region %s ends twice", change.oldCode());
        }
        boolean partOfWhole = change.scope() == Scope.PART
                && changes.stream()
                        .anyMatch(o -> o.scope() == Scope.WHOLE
                                && o.ends()
                                && o.oldCode().equals(change.oldCode()));
        if (partOfWhole) {
            throw ReorganisationProblem.CONTRADICTION.because(
                    "区划 %s 既整体又部分调整，整体应写作 REST",
                    "region %s passes as a whole and in part; the whole has to be REST", change.oldCode());
        }
        boolean renamed = change.newName() != null && !change.newName().equals(old.name());
        boolean moved = change.newParentCode() != null && !old.parentCode().equals(Optional.of(change.newParentCode()));
        if (change.oldCode().equals(change.newCode()) && !renamed && !moved) {
            throw ReorganisationProblem.NOTHING_CHANGES.because(
                    "区划 %s 没有变化", "region %s stays as it is", change.oldCode());
        }
    }

    /** Several changes may make one region together; what they say about it has to agree. */
    private void refuseContradiction(Change change) {
        for (Change other : changes) {
            if (!other.newCode().equals(change.newCode())) continue;
            if (differ(other.newName(), change.newName())
                    || differ(other.newParentCode(), change.newParentCode())
                    || differ(other.newLevel(), change.newLevel())) {
                throw ReorganisationProblem.CONTRADICTION.because(
                        "对 %s 的描述不一致", "changes say different things about %s", change.newCode());
            }
        }
    }

    private static boolean differ(Object one, Object other) {
        return one != null && other != null && !one.equals(other);
    }

    /** Round after round begins the regions whose parents are there already. */
    private void beginNew() {
        List<Integer> waiting = new ArrayList<>(IntStream.range(0, changes.size())
                .filter(i -> !refusals.containsKey(i))
                .filter(i -> tree.region(changes.get(i).newCode()) == null)
                .boxed()
                .toList());
        for (boolean more = true; more; ) {
            more = waiting.removeIf(i -> {
                Change change = changes.get(i);
                if (tree.region(change.newCode()) != null) return true;
                String parent = parentOfNew(change);
                if (parent != null && tree.region(parent) == null) return false;
                attempt(i, c -> begin(c, parent));
                return true;
            });
        }
        for (int i : waiting) attempt(i, c -> begin(c, parentOfNew(c)));
    }

    private void begin(Change change, String parent) {
        Region old = tree.region(change.oldCode());
        tree.begin(
                change.newCode(),
                change.newName() == null ? old.name() : change.newName(),
                change.newLevel() == null ? old.tier() : change.newLevel(),
                parent,
                from);
    }

    private String parentOfNew(Change change) {
        if (change.newParentCode() != null) return change.newParentCode();
        String parent = parentBefore.get(change.oldCode());
        return successors.getOrDefault(parent, parent);
    }

    private void renameAndMove(Change change) {
        Region region = tree.region(change.newCode());
        if (change.newLevel() != null && change.newLevel() != region.tier()) {
            throw ReorganisationProblem.CONTRADICTION.because(
                    "区划 %s 的层级是 %s",
                    "region %s is a %s and stays one; another level needs another code", region.code(), region.tier());
        }
        if (change.newName() != null && !change.newName().equals(region.name())) {
            tree.rename(region.code(), change.newName());
        }
        if (change.newParentCode() != null && !region.parentCode().equals(Optional.of(change.newParentCode()))) {
            tree.move(region.code(), change.newParentCode(), from);
        }
    }

    private void handOverChildren(Change change) {
        if (!change.ends()) return;
        for (String child : tree.tree().childrenIn(change.oldCode(), from)) {
            if (!successors.containsKey(child)) tree.move(child, change.newCode(), from);
        }
    }

    /** From the bottom up: a region closes after what hung on it. */
    private void closeOld() {
        IntStream.range(0, changes.size())
                .boxed()
                .filter(i -> changes.get(i).ends() && !refusals.containsKey(i))
                .sorted(Comparator.comparing((Integer i) ->
                                tree.tree().line(changes.get(i).oldCode()).size())
                        .reversed())
                .forEach(i -> attempt(i, change -> tree.close(change.oldCode(), from)));
    }

    private void forEach(Consumer<Change> step) {
        for (int i = 0; i < changes.size(); i++) if (!refusals.containsKey(i)) attempt(i, step);
    }

    private void attempt(int i, Consumer<Change> step) {
        try {
            step.accept(changes.get(i));
        } catch (ProblemException e) {
            refuse(i, e);
        }
    }

    private ProblemException refusal() {
        List<FieldError> errors = refusals.entrySet().stream()
                .map(e -> new FieldError(
                        "changes[%d]".formatted(e.getKey()), e.getValue().detail()))
                .toList();
        return new ProblemException(
                ReorganisationProblem.REORGANISATION_REFUSED,
                Text.of("%s 项调整有误，全部未生效", "%s changes are not possible; none was made", errors.size()),
                errors);
    }
}
