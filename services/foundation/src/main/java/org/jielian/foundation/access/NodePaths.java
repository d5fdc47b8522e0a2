package org.jielian.foundation.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Where every region and unit stands now, as a path from the top such as {@code /330000/331100/331102/}; a unit's path ends with its
 * own code. The scope rule is: a node sees what has its path as a prefix.
 */
@Singleton
public class NodePaths {
    @Inject
    EntityManager em;

    /** A region or a unit and where it stands. */
    public record Node(String code, String path, boolean isUnit) {}

    public Optional<Node> find(String code) {
        return Optional.ofNullable(findAll(code).get(code));
    }

    /** Those of the codes that there are, in one round trip. */
    Map<String, Node> findAll(String... codes) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select code, path, kind from node_path where code = any(?1)")
                .setParameter(1, codes)
                .getResultList();
        return rows.stream()
                .map(row -> new Node((String) row[0], (String) row[1], "UNIT".equals(row[2])))
                .collect(Collectors.toMap(Node::code, Function.identity()));
    }

    public Optional<String> pathOf(String code) {
        return find(code).map(Node::path);
    }

    /** Where those of the codes stand that there are, in one round trip. */
    public Map<String, String> pathsOf(Collection<String> codes) {
        return findAll(codes.toArray(String[]::new)).values().stream()
                .collect(Collectors.toMap(Node::code, Node::path));
    }

    /** Those of the codes that exist anywhere, in the caller's sight or not. */
    public Set<String> existing(Collection<String> codes) {
        @SuppressWarnings("unchecked")
        List<String> found = em.createNativeQuery("select code from node_path where code = any(?1)", String.class)
                .setParameter(1, codes.toArray(String[]::new))
                .getResultList();
        return Set.copyOf(found);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void putRegion(String code, String path) {
        putAll(List.of(new Node(code, path, false)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void putUnit(String code, String path) {
        putAll(List.of(new Node(code, path, true)));
    }

    /** Many nodes in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void putAll(List<Node> nodes) {
        if (nodes.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            try (var put = connection.prepareStatement("""
                    insert into node_path (code, path, kind)
                    select * from unnest(?::text[], ?::text[], ?::text[])
                    on conflict (code) do update set path = excluded.path where node_path.path <> excluded.path""")) {
                put.setArray(1, connection.createArrayOf("text", column(nodes, Node::code)));
                put.setArray(2, connection.createArrayOf("text", column(nodes, Node::path)));
                put.setArray(3, connection.createArrayOf("text", column(nodes, n -> n.isUnit() ? "UNIT" : "REGION")));
                put.executeUpdate();
            }
        });
    }

    private static Object[] column(List<Node> nodes, Function<Node, String> value) {
        return nodes.stream().map(value).toArray();
    }

    /** Everything at and below a path now stands below another. */
    public record Move(String from, String to) {}

    /** Nodes move, their audit trail and imports too; one move after the other, in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveAll(List<Move> moves) {
        if (moves.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            for (String table : List.of("node_path", "audit_entry", "import_job")) {
                // compared byte by byte, as the index on paths is; 0 is the character after the slash that ends every
                // path
                try (var move = connection.prepareStatement("update " + table
                        + " set path = ? || substr(path, length(?) + 1) where path ~>=~ ? and path ~<~ ?")) {
                    for (Move m : moves) {
                        move.setString(1, m.to());
                        move.setString(2, m.from());
                        move.setString(3, m.from());
                        move.setString(4, m.from().substring(0, m.from().length() - 1) + "0");
                        move.addBatch();
                    }
                    move.executeBatch();
                }
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void movePrefix(String from, String to) {
        moveAll(List.of(new Move(from, to)));
    }
}
