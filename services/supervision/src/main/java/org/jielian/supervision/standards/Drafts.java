package org.jielian.supervision.standards;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Drafts as they are kept; row-level security decides which of them somebody finds. */
@Singleton
public class Drafts {
    private static final String COLUMNS =
            "select id, region_code, standard_code, version, cast(body as text), changed_at, changed_by from standard_draft ";

    @Inject
    EntityManager em;

    @Inject
    Json json;

    /** A draft of a region. */
    public record Draft(
            UUID id,
            String regionCode,
            String standardCode,
            long version,
            DraftBody body,
            Instant changedAt,
            String changedBy) {
        Draft changed(DraftBody other, Instant at, String by) {
            return new Draft(id, regionCode, standardCode, version + 1, other, at, by);
        }
    }

    List<Draft> of(String region) {
        return read(em.createNativeQuery(COLUMNS + "where region_code = ?1 order by changed_at desc")
                .setParameter(1, region)
                .getResultList());
    }

    Draft require(UUID id) {
        return read(em.createNativeQuery(COLUMNS + "where id = ?1 for update")
                        .setParameter(1, id)
                        .getResultList())
                .stream()
                .findFirst()
                .orElseThrow(() -> StandardProblem.NO_DRAFT.because("没有草稿 %s", "there is no draft %s", id));
    }

    void add(Draft draft, String path) {
        em.createNativeQuery("""
                        insert into standard_draft (id, region_code, standard_code, path, version, body, changed_at, changed_by)
                        values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), ?7, ?8)""")
                .setParameter(1, draft.id())
                .setParameter(2, draft.regionCode())
                .setParameter(3, draft.standardCode())
                .setParameter(4, path)
                .setParameter(5, draft.version())
                .setParameter(6, json.write(draft.body()))
                .setParameter(7, draft.changedAt())
                .setParameter(8, draft.changedBy())
                .executeUpdate();
    }

    void change(Draft draft) {
        em.createNativeQuery("""
                        update standard_draft set version = ?2, body = cast(?3 as jsonb), changed_at = ?4, changed_by = ?5
                        where id = ?1""")
                .setParameter(1, draft.id())
                .setParameter(2, draft.version())
                .setParameter(3, json.write(draft.body()))
                .setParameter(4, draft.changedAt())
                .setParameter(5, draft.changedBy())
                .executeUpdate();
    }

    void remove(Draft draft) {
        em.createNativeQuery("delete from standard_draft where id = ?1")
                .setParameter(1, draft.id())
                .executeUpdate();
    }

    private List<Draft> read(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Draft(
                        (UUID) r[0],
                        (String) r[1],
                        (String) r[2],
                        ((Number) r[3]).longValue(),
                        json.read((String) r[4], DraftBody.class),
                        (Instant) r[5],
                        (String) r[6]))
                .toList();
    }
}
