package org.jielian.supervision.standards;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.foundation.outbox.Outbox;

/** All releases known here, this installation's own and those it was told of. */
@Singleton
public class Releases {
    @Inject
    EntityManager em;

    @Inject
    Json json;

    @Inject
    Outbox outbox;

    @Inject
    Event<ReleaseKept> kept;

    @CacheName("releases")
    Cache parsed;

    /** A release as one transaction wrote it: the next one may give the same number and version to another, if the first one failed. */
    private record Written(String region, String standard, int number, long transaction) {}

    public Optional<ReleaseState> find(String key) {
        String[] at = key.split("/");
        if (at.length != 3 || !at[2].matches("\\d{1,9}")) return Optional.empty();
        return read(
                        "where region_code = ?1 and standard_code = ?2 and number = ?3",
                        at[0],
                        at[1],
                        Integer.valueOf(at[2]))
                .stream()
                .findFirst();
    }

    /** The release, for whoever row-level security lets see it. */
    public ReleaseState require(String key) {
        return find(key)
                .orElseThrow(() -> StandardProblem.NO_RELEASE.because("没有版本 %s", "there is no release %s", key));
    }

    /** All of a region's releases of a standard, oldest first. */
    public List<ReleaseState> of(String region, String standard) {
        return read("where region_code = ?1 and standard_code = ?2 order by number", region, standard);
    }

    /** What one needs to know of a release without its content. */
    public record Head(String key, int number, Status status, String basis, LocalDate effectiveFrom) {}

    /** The heads of all of a region's releases of a standard, oldest first. */
    public List<Head> headsOf(String region, String standard) {
        List<?> rows = em.createNativeQuery("""
                        select number, status, basis, effective_from from standard_release
                        where region_code = ?1 and standard_code = ?2 order by number""")
                .setParameter(1, region)
                .setParameter(2, standard)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Head(
                        ReleaseState.key(region, standard, ((Number) r[0]).intValue()),
                        ((Number) r[0]).intValue(),
                        Status.valueOf((String) r[1]),
                        (String) r[2],
                        LocalDate.parse(r[3].toString())))
                .toList();
    }

    /** The standards a region has releases of. */
    @SuppressWarnings("unchecked")
    public List<String> standardsOf(String region) {
        return em.createNativeQuery(
                        "select distinct standard_code from standard_release where region_code = ?1 order by 1")
                .setParameter(1, region)
                .getResultList();
    }

    /** What holds in a region on a day; empty before its first release. */
    public Optional<ReleaseState> inForce(String region, String standard, LocalDate day) {
        return read("""
                        where region_code = ?1 and standard_code = ?2 and status = 'ISSUED' and effective_from <= ?3
                        order by effective_from desc, number desc limit 1""", region, standard, day).stream().findFirst();
    }

    /** What a region made of a release of the tier above, oldest first. */
    public List<ReleaseState> upon(String region, String basis) {
        return read("where region_code = ?1 and basis = ?2 order by number", region, basis);
    }

    /** The number the next release of a region gets; the region is held still until the transaction ends. */
    int nextNumber(String region, String standard) {
        hold(region);
        return ((Number) em.createNativeQuery("""
                        select coalesce(max(number), 0) + 1 from standard_release where region_code = ?1 and standard_code = ?2""")
                        .setParameter(1, region)
                        .setParameter(2, standard)
                        .getSingleResult())
                .intValue();
    }

    /** One at a time issues, answers or receives for a region, until the transaction ends. */
    public void hold(String region) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('standards/' || ?1, 0))) as held")
                .setParameter(1, region)
                .getSingleResult();
    }

    /** Keeps a release of our own and tells it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(ReleaseState release) {
        keepNewest(release);
        outbox.append(ReleaseState.TOPIC, release.key(), release);
    }

    /** Keeps what was told, unless something newer is there; {@code true} if it was news. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keepNewest(ReleaseState r) {
        boolean news = em.createNativeQuery("""
                        insert into standard_release (region_code, standard_code, number, version, status, path, effective_from, basis,
                            origin, published_at, state)
                        values (?1, ?2, ?3, ?4, ?5, (select path from node_path where code = ?1), ?6, ?7, ?8, ?9, cast(?10 as jsonb))
                        on conflict (region_code, standard_code, number) do update set version = excluded.version,
                            status = excluded.status, state = excluded.state
                        where standard_release.version < excluded.version""")
                        .setParameter(1, r.regionCode())
                        .setParameter(2, r.standardCode())
                        .setParameter(3, r.number())
                        .setParameter(4, r.version())
                        .setParameter(5, r.status().name())
                        .setParameter(6, r.effectiveFrom())
                        .setParameter(7, r.basis())
                        .setParameter(8, r.origin())
                        .setParameter(9, r.publishedAt())
                        .setParameter(10, json.write(r))
                        .executeUpdate()
                == 1;
        if (news)
            kept.fire(new ReleaseKept(
                    r.regionCode(), r.standardCode(), r.effectiveFrom().getYear()));
        return news;
    }

    private List<ReleaseState> read(String where, Object... parameters) {
        var query = em.createNativeQuery(
                "select region_code, standard_code, number, cast(cast(xmin as text) as bigint) from standard_release "
                        + where);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Written(
                        (String) r[0], (String) r[1], ((Number) r[2]).intValue(), ((Number) r[3]).longValue()))
                .map(written -> parsed.get(written, this::read).await().indefinitely())
                .toList();
    }

    private ReleaseState read(Written of) {
        String state = (String) em.createNativeQuery("""
                        select cast(state as text) from standard_release
                        where region_code = ?1 and standard_code = ?2 and number = ?3""", String.class)
                .setParameter(1, of.region())
                .setParameter(2, of.standard())
                .setParameter(3, of.number())
                .getSingleResult();
        return json.read(state, ReleaseState.class);
    }
}
