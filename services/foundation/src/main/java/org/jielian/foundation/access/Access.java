package org.jielian.foundation.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jielian.foundation.problems.CommonProblem;

/**
 * The one rule of who may do what: a person belongs to a node, sees the subtree below it and acts at it. The operator alone may act
 * anywhere. The database enforces the first half once more by row-level security.
 */
@Singleton
public class Access {
    @Inject
    Person person;

    @Inject
    NodePaths paths;

    /** Path prefix of all the caller sees; empty for someone who sees nothing. */
    public String scopePath() {
        if (person.isOperator()) return ScopedConnections.EVERYTHING;
        return person.node() == null ? "" : paths.pathOf(person.node()).orElse("");
    }

    /** Whether the path lies at or below the caller's node. */
    public boolean sees(String path) {
        String scope = scopePath();
        return !scope.isEmpty() && path.startsWith(scope);
    }

    /**
     * The path of a region or unit the caller may look at.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN outside the subtree, also for codes that do not exist, so
     *     that nobody learns what exists elsewhere; NOT_FOUND to the operator
     */
    public String requireSees(String code) {
        return seen(code).node().path();
    }

    /**
     * The path of a region or unit the caller may act at: its own node, or a unit that hangs directly on the caller's region.
     *
     * @throws org.jielian.foundation.problems.ProblemException as {@link #requireSees}
     */
    public String requireActs(String code) {
        Seen seen = seen(code);
        String path = seen.node().path();
        if (person.isOperator() || code.equals(person.node())) return path;
        if (seen.node().isUnit() && path.equals(seen.scope() + code + "/")) return path;
        throw CommonProblem.FORBIDDEN.because(
                "%s 不由您所在的 %s 直接管理，只能查看",
                "%s is not administered by your node %s; you may only look at it", code, person.node());
    }

    /** A node the caller may look at, and the caller's scope it lies in. */
    private record Seen(NodePaths.Node node, String scope) {}

    private Seen seen(String code) {
        String own = person.isOperator() ? null : person.node();
        Map<String, NodePaths.Node> nodes = own == null ? paths.findAll(code) : paths.findAll(code, own);
        NodePaths.Node node = nodes.get(code);
        if (person.isOperator()) {
            if (node == null) throw CommonProblem.NOT_FOUND.because("没有 %s", "there is no %s", code);
            return new Seen(node, ScopedConnections.EVERYTHING);
        }
        if (node == null || own == null || !nodes.containsKey(own)) throw outside(code);
        String scope = nodes.get(own).path();
        if (!node.path().startsWith(scope)) throw outside(code);
        return new Seen(node, scope);
    }

    /** The refusal for anything outside the caller's subtree. */
    public org.jielian.foundation.problems.ProblemException outside(String code) {
        return CommonProblem.FORBIDDEN.because("%s 不在您的管辖范围内", "%s is outside your part of the chain", code);
    }
}
