package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.standards.Releases;

/** One unit's or region's result: as it stands, as it stood, and as another release would have it on today's figures. */
@Singleton
class ReadingResults {
    private static final String NAME =
            "coalesce((select name from known_unit where code = r.node), (select name from known_region where code = r.node))";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Results results;

    @Inject
    Subjects subjects;

    @Inject
    Rulebooks rulebooks;

    @Inject
    Releases releases;

    @Inject
    Clock clock;

    /**
     * A result.
     *
     * @param version {@code null} for one that is computed for this answer only
     * @param replacedAt when another basis took its place; only in the history
     */
    record View(
            String name,
            @JsonUnwrapped Result result,
            Instant evaluatedAt,
            Long version,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant replacedAt) {}

    @Transactional
    View of(String node, String standard, int year) {
        access.requireSees(node);
        return read(
                        "select " + NAME
                                + ", cast(r.body as text), r.evaluated_at, r.version, null from result r"
                                + " where r.node = ?1 and r.standard_code = ?2 and r.year = ?3",
                        node,
                        standard,
                        year)
                .stream()
                .findFirst()
                .orElseThrow(() -> none(node, standard, year));
    }

    /** Former results, each of another basis, the last first. */
    @Transactional
    List<View> history(String node, String standard, int year) {
        access.requireSees(node);
        return read(
                "select " + NAME
                        + ", cast(r.body as text), r.evaluated_at, r.version, r.replaced_at from result_history r"
                        + " where r.node = ?1 and r.standard_code = ?2 and r.year = ?3 order by r.version desc",
                node,
                standard,
                year);
    }

    private List<View> read(String sql, String node, String standard, int year) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, node)
                .setParameter(2, standard)
                .setParameter(3, year)
                .getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private View view(Object[] r) {
        return new View(
                (String) r[0], results.read((String) r[1]), (Instant) r[2], ((Number) r[3]).longValue(), (Instant)
                        r[4]);
    }

    /** By a named release of the region that administers the unit, on the figures of now. */
    @Transactional
    View by(String release, String node, String standard, int year) {
        access.requireSees(node);
        ReleaseState named = releases.require(release);
        var rules = rulebooks.open().by(named.standardCode(), named.key(), named.content());
        Subject subject = subjects.units(List.of(node), year, Rulebook.baseYears(named.content())).stream()
                .filter(s -> s.in(year).reports() > 0)
                .findFirst()
                .orElseThrow(() -> none(node, standard, year));
        if (!named.standardCode().equals(standard) || !named.regionCode().equals(subject.regionCode())) {
            throw CommonProblem.INVALID.because(
                    "%s 不是 %s 的 %s 版本",
                    "%s is no release of %s by %s, which judges the unit", release, standard, subject.regionCode());
        }
        return new View(name(node), Evaluating.of(subject, rules, year), clock.instant(), null, null);
    }

    private String name(String unit) {
        return (String) em.createNativeQuery("select name from known_unit where code = ?1")
                .setParameter(1, unit)
                .getSingleResult();
    }

    private static RuntimeException none(String node, String standard, int year) {
        return CommonProblem.NOT_FOUND.because(
                "%s 在 %s 年没有按 %s 评价的结果", "%s has no result of %s by %s", node, year, standard);
    }
}
