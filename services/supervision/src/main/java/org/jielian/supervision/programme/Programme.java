package org.jielian.supervision.programme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.foundation.access.Access;

/** How far a region has come with the programme's target, against time. */
@Singleton
class Programme {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

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

    /**
     * A part of a region, or the whole.
     *
     * @param node a region below, or the region itself for the units it administers itself
     * @param target per cent by the end of the year; {@code null} when nothing was allotted
     * @param wanted how many agencies that is, the next whole one
     * @param lacking how many are still lacking
     * @param share recognised of those in scope, per cent; {@code null} where there are none
     * @param atYearBegin how many held the title when the year began
     * @param expected how many there should be today if the rest of the target were reached evenly over the year
     * @param behind how many fewer than that there are; negative when ahead
     */
    record Part(
            String node,
            String name,
            String tier,
            long eligible,
            long titled,
            BigDecimal share,
            BigDecimal target,
            boolean binding,
            Long wanted,
            Long lacking,
            long atYearBegin,
            Long expected,
            Long behind) {}

    /** How many held the title at the end of a month, and how many should have; {@code titled} is {@code null} in months to come. */
    record Month(YearMonth month, Long titled, BigDecimal expected) {}

    /** Recognised agencies of one tier. */
    record OfTier(String tier, long eligible, long titled, BigDecimal share) {}

    /**
     * Whether the parts together reach what was asked of the whole.
     *
     * @param wanted agencies asked of the region
     * @param allotted agencies the parts come to
     * @param without names of parts nothing was allotted to
     */
    record SumCheck(Long wanted, long allotted, boolean enough, List<String> without) {}

    /**
     * A region's progress.
     *
     * @param basis {@code ALLOTTED} by the region above, {@code STANDARD} for what a standard asks, {@code NONE}
     */
    record View(
            int year,
            LocalDate asOf,
            String basis,
            Part whole,
            List<Part> parts,
            List<OfTier> tiers,
            List<Month> months,
            SumCheck check,
            List<Allotment> allotments) {}

    private record Node(String code, String name, String tier, String path) {}

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
        Part whole =
                part(own, now, before, target, given.map(Allotment::binding).orElse(false), year, day);
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
                check(whole, below),
                parts);
    }

    @Transactional
    List<Allotment> history(String region, int year) {
        access.requireSees(region);
        return allotments.history(region, year);
    }

    /** Today, or the last day of a year that is over. */
    private LocalDate asOf(int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
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
            parts.add(part(own, direct, then, share(allotted, own.code()), binding(allotted, own.code()), year, day));
        }
        for (Node child : nodes("path = ?1 || code || '/' and closed_from is null", path)) {
            Set<String> inside = nodes("starts_with(path, ?1)", child.path()).stream()
                    .map(Node::code)
                    .collect(Collectors.toSet());
            List<Agency> there =
                    now.stream().filter(a -> inside.contains(a.region())).toList();
            List<Agency> then =
                    before.stream().filter(a -> inside.contains(a.region())).toList();
            parts.add(part(
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

    private static Part part(
            Node node,
            List<Agency> now,
            List<Agency> before,
            BigDecimal target,
            boolean binding,
            int year,
            LocalDate day) {
        long eligible = now.size();
        long titled = titled(now);
        long begin = titled(before);
        Long wanted = target == null ? null : wanted(eligible, target);
        Long expected = wanted == null
                ? null
                : expected(begin, wanted, year, day)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
        return new Part(
                node.code(),
                node.name(),
                node.tier(),
                eligible,
                titled,
                percent(titled, eligible),
                target,
                binding,
                wanted,
                wanted == null ? null : Math.max(0, wanted - titled),
                begin,
                expected,
                expected == null ? null : expected - titled);
    }

    private static long titled(List<Agency> agencies) {
        return agencies.stream().filter(Agency::titled).count();
    }

    private static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    /** The least number of agencies whose share reaches the target. */
    private static long wanted(long eligible, BigDecimal target) {
        return BigDecimal.valueOf(eligible)
                .multiply(target)
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** What was there when the year began, and of the rest as much as of the year has passed. */
    private static BigDecimal expected(long begin, long wanted, int year, LocalDate day) {
        BigDecimal rest = BigDecimal.valueOf(Math.max(0, wanted - begin));
        BigDecimal passed = BigDecimal.valueOf(day.getYear() < year ? 0 : day.getDayOfYear());
        BigDecimal whole = BigDecimal.valueOf(LocalDate.of(year, 12, 31).getDayOfYear());
        return BigDecimal.valueOf(begin).add(rest.multiply(passed).divide(whole, 2, RoundingMode.HALF_UP));
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
                tiers.add(new OfTier(tier, there.size(), titled(there), percent(titled(there), there.size())));
        }
        return tiers;
    }

    private List<Month> months(String path, Part whole, int year, LocalDate day) {
        List<Month> months = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(year, m);
            LocalDate end = month.atEndOfMonth().isAfter(day) ? day : month.atEndOfMonth();
            Long titled = month.atDay(1).isAfter(day) ? null : (Long) titled(agencies.at(path, end));
            BigDecimal expected = whole.wanted() == null
                    ? null
                    : expected(whole.atYearBegin(), whole.wanted(), year, month.atEndOfMonth());
            months.add(new Month(month, titled, expected));
        }
        return months;
    }

    private static SumCheck check(Part whole, List<Part> parts) {
        long allotted = parts.stream()
                .filter(p -> p.wanted() != null)
                .mapToLong(Part::wanted)
                .sum();
        List<String> without = parts.stream()
                .filter(p -> p.wanted() == null && p.eligible() > 0)
                .map(Part::name)
                .toList();
        return new SumCheck(whole.wanted(), allotted, whole.wanted() != null && allotted >= whole.wanted(), without);
    }
}
