package org.jielian.supervision.programme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.BusinessTime;
import org.jielian.foundation.access.Access;
import org.jielian.supervision.programme.Progress.Month;
import org.jielian.supervision.programme.Progress.Node;
import org.jielian.supervision.programme.Progress.OfTier;
import org.jielian.supervision.programme.Progress.Part;
import org.jielian.supervision.programme.Progress.View;

/** How far a region has come with the programme's target, against time. */
@Singleton
class Programme {
    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Agencies agencies;

    @Inject
    Allotments allotments;

    @Inject
    Clock clock;

    @Transactional
    View of(String region, int year) {
        String path = access.requireSees(region);
        LocalDate day = asOf(year);
        Node own = nodes("code = ?1", region).get(0);
        List<Agency> now = agencies.at(path, day);
        List<Agency> before = agencies.at(path, LocalDate.of(year, 1, 1).minusDays(1));
        Optional<Allotment> given = allotments.of(region, year);
        Optional<BigDecimal> standard = given.isPresent() ? Optional.empty() : allotments.ofStandard(region, year);
        BigDecimal target = given.map(Allotment::share).or(() -> standard).orElse(null);
        Part whole = Progress.part(
                own, now, before, target, given.map(Allotment::binding).orElse(false), year, day);
        List<Allotment> parts = allotments.by(region, year);
        List<Part> below = below(own, path, now, before, parts, year, day);
        return new View(
                year,
                day,
                given.isPresent() ? "ALLOTTED" : standard.isPresent() ? "STANDARD" : "NONE",
                whole,
                below,
                tiers(now),
                months(path, whole, year, day),
                Progress.check(whole, below),
                parts);
    }

    @Transactional
    List<Allotment> history(String region, int year) {
        access.requireSees(region);
        return allotments.history(region, year);
    }

    /** Today, or the last day of a year that is over. */
    private LocalDate asOf(int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        LocalDate end = LocalDate.of(year, 12, 31);
        return today.isAfter(end) ? end : today;
    }

    private List<Node> nodes(String where, String parameter) {
        List<?> rows = em.createNativeQuery(
                        "select code, name, tier, path from known_region where " + where + " order by code")
                .setParameter(1, parameter)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Node((String) r[0], (String) r[1], (String) r[2], (String) r[3]))
                .toList();
    }

    private List<Part> below(
            Node own,
            String path,
            List<Agency> now,
            List<Agency> before,
            List<Allotment> allotted,
            int year,
            LocalDate day) {
        List<Part> parts = new ArrayList<>();
        List<Agency> direct =
                now.stream().filter(a -> a.region().equals(own.code())).toList();
        if (!direct.isEmpty()) {
            List<Agency> then =
                    before.stream().filter(a -> a.region().equals(own.code())).toList();
            parts.add(Progress.part(
                    own, direct, then, share(allotted, own.code()), binding(allotted, own.code()), year, day));
        }
        for (Node child : nodes("path = ?1 || code || '/' and closed_from is null", path)) {
            Set<String> inside = nodes("starts_with(path, ?1)", child.path()).stream()
                    .map(Node::code)
                    .collect(Collectors.toSet());
            List<Agency> there =
                    now.stream().filter(a -> inside.contains(a.region())).toList();
            List<Agency> then =
                    before.stream().filter(a -> inside.contains(a.region())).toList();
            parts.add(Progress.part(
                    child, there, then, share(allotted, child.code()), binding(allotted, child.code()), year, day));
        }
        return parts;
    }

    private static BigDecimal share(List<Allotment> allotted, String node) {
        return allotted.stream()
                .filter(a -> a.node().equals(node))
                .map(Allotment::share)
                .findFirst()
                .orElse(null);
    }

    private static boolean binding(List<Allotment> allotted, String node) {
        return allotted.stream().anyMatch(a -> a.node().equals(node) && a.binding());
    }

    /** By the tier of the region that administers an agency. */
    private List<OfTier> tiers(List<Agency> now) {
        List<OfTier> tiers = new ArrayList<>();
        List<String> regions = now.stream().map(Agency::region).distinct().toList();
        List<?> rows = em.createNativeQuery("select code, tier from known_region where code = any(?1)")
                .setParameter(1, regions.toArray(String[]::new))
                .getResultList();
        for (String tier : List.of("PROVINCE", "CITY", "COUNTY")) {
            List<String> of = rows.stream()
                    .map(row -> (Object[]) row)
                    .filter(r -> r[1].equals(tier))
                    .map(r -> (String) r[0])
                    .toList();
            List<Agency> there =
                    now.stream().filter(a -> of.contains(a.region())).toList();
            if (!there.isEmpty())
                tiers.add(new OfTier(
                        tier,
                        there.size(),
                        Progress.titled(there),
                        Progress.percent(Progress.titled(there), there.size())));
        }
        return tiers;
    }

    private List<Month> months(String path, Part whole, int year, LocalDate day) {
        List<Month> months = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(year, m);
            LocalDate end = month.atEndOfMonth().isAfter(day) ? day : month.atEndOfMonth();
            Long titled = month.atDay(1).isAfter(day) ? null : (Long) Progress.titled(agencies.at(path, end));
            BigDecimal expected = whole.wanted() == null
                    ? null
                    : Progress.expected(whole.atYearBegin(), whole.wanted(), year, month.atEndOfMonth());
            months.add(new Month(month, titled, expected));
        }
        return months;
    }
}
