package org.jielian.supervision.honours;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Selections, and pages of their lines; row-level security decides what is found. */
@Singleton
class ListingHonours {
    private static final String FROM = """
             from honour_line l where l.selection_id = :selection and (cast(:outcome as text) is null or l.outcome = :outcome)
              and (cast(:type as text) is null or l.type = :type) and (cast(:path as text) is null or starts_with(l.path, :path))
              and (cast(:q as text) is null or strpos(l.body #>> '{candidate,name}', :q) > 0 or starts_with(l.unit_code, :q))
              and (cast(:why as text) is null or exists (
                  select from jsonb_array_elements(l.body -> 'reasons') r where r ->> 'why' = :why))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Selections selections;

    /** One selection. */
    record Head(
            UUID id,
            HonourKind kind,
            String region,
            int year,
            String standardCode,
            HonourState state,
            int chosen,
            int ranked,
            int excluded,
            Instant changedAt) {}

    /** Selections of regions at, below and above a region, the last first; of those above only what is published. */
    @Transactional
    List<Head> heads(String region, String kind, Integer year) {
        List<?> rows = em.createNativeQuery("""
                        select id, kind, region, year, standard_code, state, chosen, ranked, excluded, changed_at from honour_selection
                        where (starts_with(path, ?1) or starts_with(?1, path)) and (cast(?2 as text) is null or kind = ?2)
                          and (cast(?3 as int) is null or year = ?3) and state <> 'DISCARDED' order by changed_at desc""")
                .setParameter(1, access.requireSees(region))
                .setParameter(2, kind == null || kind.isBlank() ? null : kind)
                .setParameter(3, year)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Head(
                        (UUID) r[0],
                        HonourKind.valueOf((String) r[1]),
                        (String) r[2],
                        ((Number) r[3]).intValue(),
                        (String) r[4],
                        HonourState.valueOf((String) r[5]),
                        ((Number) r[6]).intValue(),
                        ((Number) r[7]).intValue(),
                        ((Number) r[8]).intValue(),
                        (Instant) r[9]))
                .toList();
    }

    @Transactional
    Page<Placed> page(UUID selection, HonourQuery asked) {
        return listing(selection, asked).page(asked, row -> selections.line((String) row[0]));
    }

    /** All of them, for a file. */
    @Transactional
    List<Placed> all(UUID selection, HonourQuery asked) {
        return listing(selection, asked).all(row -> selections.line((String) row[0]));
    }

    private Listing listing(UUID selection, HonourQuery asked) {
        selections.require(selection);
        return Listing.of(em, "cast(l.body as text)", FROM, asked.sorting())
                .set("selection", selection)
                .set("outcome", asked.outcome())
                .set("type", asked.type())
                .set("path", asked.region() == null ? null : access.requireSees(asked.region()))
                .set("q", asked.q())
                .set("why", asked.why());
    }

    /** What became of a unit in a selection that was published. */
    record OfUnit(
            UUID selection,
            HonourKind kind,
            String region,
            int year,
            Instant publishedAt,
            Rule rule,
            String release,
            Placed line) {}

    /** Published lines of a unit, the last year first. */
    @Transactional
    List<OfUnit> ofUnit(String unit) {
        access.requireSees(unit);
        List<?> rows = em.createNativeQuery("""
                        select cast(l.body as text), cast(s.body as text) from honour_line l join honour_selection s on s.id = l.selection_id
                        where l.unit_code = ?1 and l.published order by s.year desc, s.kind, s.id""").setParameter(1, unit).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> ofUnit(selections.line((String) r[0]), selections.selection((String) r[1])))
                .toList();
    }

    private static OfUnit ofUnit(Placed line, Selection s) {
        return new OfUnit(s.id, s.kind, s.region, s.year, s.publishedAt, s.rule, s.release, line);
    }
}
