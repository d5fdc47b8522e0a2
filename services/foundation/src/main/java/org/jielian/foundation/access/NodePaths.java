package org.jielian.foundation.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

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
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select path, kind from node_path where code = ?1")
                .setParameter(1, code)
                .getResultList();
        return rows.stream().findFirst().map(row -> new Node(code, (String) row[0], "UNIT".equals(row[1])));
    }

    public Optional<String> pathOf(String code) {
        return find(code).map(Node::path);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void putRegion(String code, String path) {
        put(code, path, "REGION");
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void putUnit(String code, String path) {
        put(code, path, "UNIT");
    }

    private void put(String code, String path, String kind) {
        em.createNativeQuery("""
                        insert into node_path (code, path, kind) values (?1, ?2, ?3)
                        on conflict (code) do update set path = excluded.path
                        where node_path.path <> excluded.path""")
                .setParameter(1, code)
                .setParameter(2, path)
                .setParameter(3, kind)
                .executeUpdate();
    }

    /** Everything at and below one path now stands below another, its audit trail too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void movePrefix(String from, String to) {
        for (String table : List.of("node_path", "audit_entry", "import_job")) {
            em.createNativeQuery("update " + table
                            + " set path = ?2 || substr(path, length(?1) + 1) where path like ?1 || '%'")
                    .setParameter(1, from)
                    .setParameter(2, to)
                    .executeUpdate();
        }
    }
}
