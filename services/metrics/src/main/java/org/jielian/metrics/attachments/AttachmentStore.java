package org.jielian.metrics.attachments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What the database knows of attachments; their files are kept by {@link org.jielian.foundation.files.KeptFiles}. */
@Singleton
class AttachmentStore {
    private static final String COLUMNS =
            "select id, unit_code, period, quantity, name, content_type, size, sha256, added_at, added_by from attachment";

    @Inject
    EntityManager em;

    /** By month, oldest first. */
    List<Attachment> of(String unit, String from, String to) {
        return find(
                COLUMNS + " where unit_code = ? and period between ? and ? order by period, added_at, id",
                unit,
                from,
                to);
    }

    Optional<Attachment> find(String unit, String period, UUID id) {
        return find(COLUMNS + " where unit_code = ? and period = ? and id = ?", unit, period, id).stream()
                .findFirst();
    }

    private List<Attachment> find(String query, Object... values) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var find = connection.prepareStatement(query)) {
                for (int i = 0; i < values.length; i++) find.setObject(i + 1, values[i]);
                List<Attachment> found = new ArrayList<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) found.add(attachment(rows));
                }
                return found;
            }
        });
    }

    /** The content of one taken before files were kept outside the database and not moved yet; {@code null} for any other. */
    byte[] contentInRow(UUID id) {
        return (byte[]) em.createNativeQuery("select content from attachment where id = ?1", byte[].class)
                .setParameter(1, id)
                .getSingleResult();
    }

    /** One whose content is still in its row and which nobody else is moving. */
    Optional<UUID> nextToMove() {
        @SuppressWarnings("unchecked")
        List<UUID> ids = em.createNativeQuery(
                        "select id from attachment where content is not null limit 1 for update skip locked",
                        UUID.class)
                .getResultList();
        return ids.stream().findFirst();
    }

    void moved(UUID id) {
        em.createNativeQuery("update attachment set content = null where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    /** Whether it was new: the same file of the same cell is kept once. */
    boolean add(Attachment attachment) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into attachment
                        (id, unit_code, period, quantity, name, content_type, size, sha256, added_at, added_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
                insert.setObject(1, attachment.id());
                insert.setString(2, attachment.unitCode());
                insert.setString(3, attachment.period());
                insert.setString(4, attachment.quantity());
                insert.setString(5, attachment.name());
                insert.setString(6, attachment.contentType());
                insert.setLong(7, attachment.size());
                insert.setString(8, attachment.sha256());
                insert.setObject(9, attachment.addedAt().atOffset(ZoneOffset.UTC));
                insert.setString(10, attachment.addedBy());
                return insert.executeUpdate() == 1;
            }
        });
    }

    void remove(UUID id) {
        em.createNativeQuery("delete from attachment where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant(),
                row.getString(10));
    }
}
