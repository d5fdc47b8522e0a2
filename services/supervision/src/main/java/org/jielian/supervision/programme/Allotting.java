package org.jielian.supervision.programme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;

/** A region splits the programme's target among the regions below it and the units it administers itself. */
@Singleton
class Allotting {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Inject
    Allotments allotments;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Notices notices;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** A share for one node; a share of {@code null} takes an allotment back. */
    record Part(String node, BigDecimal share, boolean binding) {}

    /** What is to hold from now on, and why; nodes that are not named stay as they are. */
    record Asked(List<Part> parts, String reason) {}

    @Transactional
    void allot(String region, int year, Asked asked) {
        access.requireSees(region);
        if (!region.equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("只有 %s 自己可以分配目标", "only people of %s may allot its target", region);
        }
        if (asked == null || asked.parts() == null || asked.parts().isEmpty()) {
            throw CommonProblem.INVALID.because("请给出 parts", "say to whom which share is allotted");
        }
        if (asked.reason() == null || asked.reason().isBlank()) {
            throw CommonProblem.INVALID.because("请说明理由", "give a reason");
        }
        allotments.hold(region);
        List<Allotment> now = allotments.by(region, year);
        for (Part part : asked.parts()) {
            boolean same = now.stream()
                    .anyMatch(a -> a.node().equals(part.node())
                            && part.share() != null
                            && a.share().compareTo(part.share()) == 0
                            && a.binding() == part.binding());
            boolean none =
                    part.share() == null && now.stream().noneMatch(a -> a.node().equals(part.node()));
            if (!same && !none) allot(region, year, part, asked.reason().strip());
        }
    }

    private void allot(String region, int year, Part part, String reason) {
        if (part.share() != null
                && (part.share().signum() < 0
                        || part.share().compareTo(HUNDRED) > 0
                        || part.share().scale() > 2)) {
            throw CommonProblem.INVALID.because(
                    "%s 的比例须为 0 至 100，最多两位小数",
                    "the share of %s has to be 0 to 100, with two decimals at most", part.node());
        }
        String path = pathOf(region, part.node());
        allotments.keep(
                new Allotment(
                        region,
                        part.node(),
                        year,
                        0,
                        part.share(),
                        part.binding(),
                        reason,
                        person.name(),
                        clock.instant()),
                path);
        if (part.node().equals(region)) return;
        Text title = Text.of(
                "%s 年节约型机关建成率目标：%s",
                "Share of agencies to be recognised in %s: %s",
                year,
                part.share() == null ? "—" : part.share().toPlainString() + " %");
        notices.tell(new Notice(
                part.node(),
                "PROGRAMME_TARGET",
                "programme/" + part.node() + "/" + year,
                title,
                Text.of("%s", "%s", reason),
                "/programme/" + part.node() + "?year=" + year));
    }

    /** The region itself, or one directly below it that still is there. */
    private String pathOf(String region, String node) {
        String own = access.requireSees(region);
        if (region.equals(node)) return own;
        List<?> found = em.createNativeQuery(
                        "select path from known_region where code = ?1 and path = ?2 || code || '/' and closed_from is null")
                .setParameter(1, node)
                .setParameter(2, own)
                .getResultList();
        if (found.isEmpty()) throw access.outside(String.valueOf(node));
        return (String) found.get(0);
    }
}
