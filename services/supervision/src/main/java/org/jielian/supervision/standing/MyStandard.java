package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.standards.Difference;
import org.jielian.supervision.standards.Place;
import org.jielian.supervision.standards.Places;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.standards.StandardProblem;

/** What holds for a unit or region on a day, and which tier set each value of it. */
@Singleton
class MyStandard {
    @Inject
    Releases releases;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    EntityManager em;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** One release of the chain, from the top to the region that administers the unit. */
    record Link(
            String key,
            String regionCode,
            String regionName,
            String tier,
            ReleaseState.Adoption adoption,
            int edits,
            LocalDate effectiveFrom,
            Instant publishedAt,
            String publishedBy) {}

    /**
     * One value.
     *
     * @param setBy code of the region that set it
     * @param top what the top of the chain had set; the same value where nobody made it stricter, {@code null} for items added below
     */
    record Value(String place, String value, String setBy, String top) {}

    /**
     * The standard of a unit or region.
     *
     * @param release key of the release that holds
     * @param chain how it came about, top first
     * @param changes what it changed against the release the region had before; empty for a first one
     * @param acknowledgedAt when the unit took note of it; {@code null} before, and for regions
     */
    record Standard(
            String node,
            String regionCode,
            LocalDate on,
            String release,
            StandardPackage.Name name,
            LocalDate effectiveFrom,
            List<Link> chain,
            List<Value> values,
            List<Difference.Change> changes,
            StandardPackage content,
            Instant acknowledgedAt) {}

    /** A standard that a unit or region has. */
    record Line(String standardCode, String name, String release, LocalDate effectiveFrom, Instant acknowledgedAt) {}

    @Transactional
    List<Line> all(String node) {
        String region = regionOf(node);
        List<Line> lines = new ArrayList<>();
        for (String standard : releases.standardsOf(region)) {
            releases.inForce(region, standard, LocalDate.now(clock))
                    .ifPresent(r -> lines.add(new Line(
                            standard, r.name().zh(), r.key(), r.effectiveFrom(), acknowledged(node, r.key()))));
        }
        return lines;
    }

    /** What holds on a day; {@code null} for today. */
    @Transactional
    Standard of(String node, String standard, LocalDate on) {
        String region = regionOf(node);
        LocalDate day = on == null ? LocalDate.now(clock) : on;
        ReleaseState release = releases.inForce(region, standard, day)
                .orElseThrow(() -> StandardProblem.NO_RELEASE.because(
                        "%s 在 %s 没有生效的标准 %s", "no release of %3$s holds for %1$s on %2$s", node, day, standard));
        List<ReleaseState> chain = chain(release);
        return new Standard(
                node,
                region,
                day,
                release.key(),
                release.name(),
                release.effectiveFrom(),
                chain.stream().map(this::link).toList(),
                values(release, chain.get(0)),
                changes(release),
                release.content(),
                acknowledged(node, release.key()));
    }

    /** The unit has taken note of what holds for it today. */
    @Transactional
    Standard acknowledge(String unit, String standard) {
        String path = access.requireActs(unit);
        if (!isUnit(unit)) {
            throw CommonProblem.INVALID.because("%s 不是单位", "%s is not a unit", unit);
        }
        Standard present = of(unit, standard, null);
        em.createNativeQuery("""
                        insert into acknowledgement (unit_code, release, path, at, who) values (?1, ?2, ?3, ?4, ?5)
                        on conflict do nothing""")
                .setParameter(1, unit)
                .setParameter(2, present.release())
                .setParameter(3, path)
                .setParameter(4, clock.instant())
                .setParameter(5, person.name())
                .executeUpdate();
        return of(unit, standard, null);
    }

    private boolean isUnit(String node) {
        return paths.find(node).filter(NodePaths.Node::isUnit).isPresent();
    }

    /** The region that administers a unit; a region itself. */
    private String regionOf(String node) {
        String path = access.requireSees(node);
        if (!isUnit(node)) return node;
        String above = path.substring(0, path.length() - node.length() - 2);
        return above.substring(above.lastIndexOf('/') + 1);
    }

    private List<ReleaseState> chain(ReleaseState release) {
        LinkedList<ReleaseState> chain = new LinkedList<>(List.of(release));
        while (chain.getFirst().basis() != null)
            chain.addFirst(releases.require(chain.getFirst().basis()));
        return chain;
    }

    private Link link(ReleaseState r) {
        Optional<Object[]> region = em.createNativeQuery(
                        "select name, tier from known_region where code = ?1", Object[].class)
                .setParameter(1, r.regionCode())
                .getResultStream()
                .findFirst()
                .map(Object[].class::cast);
        return new Link(
                r.key(),
                r.regionCode(),
                region.map(found -> (String) found[0]).orElse(r.regionCode()),
                region.map(found -> (String) found[1]).orElse(null),
                r.adoption(),
                r.edits().size(),
                r.effectiveFrom(),
                r.publishedAt(),
                r.publishedBy());
    }

    private static List<Value> values(ReleaseState release, ReleaseState top) {
        Map<String, Place> atTop = Places.of(top.content());
        return Places.of(release.content()).values().stream()
                .map(place -> new Value(
                        place.path(),
                        place.value(),
                        setBy(release, place.path(), top.regionCode()),
                        atTop.containsKey(place.path())
                                ? atTop.get(place.path()).value()
                                : null))
                .toList();
    }

    private static String setBy(ReleaseState release, String place, String top) {
        String itself = release.setBy().get(place);
        if (itself != null) return itself;
        int field = place.lastIndexOf('/');
        String item = field < 0 ? null : release.setBy().get(place.substring(0, field));
        return item == null ? top : item;
    }

    private List<Difference.Change> changes(ReleaseState release) {
        if (release.replaces() == null) return List.of();
        String before = ReleaseState.key(release.regionCode(), release.standardCode(), release.replaces());
        return Difference.between(releases.require(before).content(), release.content());
    }

    private Instant acknowledged(String node, String release) {
        List<?> found = em.createNativeQuery("select at from acknowledgement where unit_code = ?1 and release = ?2")
                .setParameter(1, node)
                .setParameter(2, release)
                .getResultList();
        return found.isEmpty() ? null : (Instant) found.get(0);
    }
}
