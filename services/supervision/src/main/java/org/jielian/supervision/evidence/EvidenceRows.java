package org.jielian.supervision.evidence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** What the database knows of evidence; only what lies in the caller's scope. */
@Singleton
class EvidenceRows {
    private static final String COLUMNS =
            "select id, node_code, name, content_type, size, sha256, added_at, added_by, added_at_node from evidence";

    @Inject
    EntityManager em;

    List<Evidence> of(Collection<UUID> ids) {
        return find(COLUMNS + " where id = any(?)", (Object) ids.toArray(UUID[]::new));
    }

    List<Evidence> same(Evidence other) {
        return find(
                COLUMNS + " where node_code = ? and added_at_node = ? and sha256 = ?",
                other.node(),
                other.addedAtNode(),
                other.sha256());
    }

    /** Whether it was new. */
    boolean add(Evidence evidence) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into evidence
                        (id, node_code, name, content_type, size, sha256, added_at, added_by, added_at_node)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
                insert.setObject(1, evidence.id());
                insert.setString(2, evidence.node());
                insert.setString(3, evidence.name());
                insert.setString(4, evidence.contentType());
                insert.setLong(5, evidence.size());
                insert.setString(6, evidence.sha256());
                insert.setObject(7, evidence.addedAt().atOffset(ZoneOffset.UTC));
                insert.setString(8, evidence.addedBy());
                insert.setString(9, evidence.addedAtNode());
                return insert.executeUpdate() == 1;
            }
        });
    }

    long addedSince(String node, Instant since) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var count = connection.prepareStatement(
                    "select count(*) from evidence where added_at_node = ? and added_at > ?")) {
                count.setString(1, node);
                count.setObject(2, since.atOffset(ZoneOffset.UTC));
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<Evidence> find(String query, Object... values) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var find = connection.prepareStatement(query)) {
                for (int i = 0; i < values.length; i++) {
                    if (values[i] instanceof UUID[] ids) find.setArray(i + 1, connection.createArrayOf("uuid", ids));
                    else find.setObject(i + 1, values[i]);
                }
                List<Evidence> found = new ArrayList<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) found.add(evidence(rows));
                }
                return found;
            }
        });
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9));
    }
}
