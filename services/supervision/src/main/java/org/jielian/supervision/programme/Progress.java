package org.jielian.supervision.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The arithmetic of a programme's progress: agencies and a target in, how far it has come out. */
final class Progress {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

    /** A region and where it stands. */
    record Node(String code, String name, String tier, String path) {}

    static Part part(
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

    static long titled(List<Agency> agencies) {
        return agencies.stream().filter(Agency::titled).count();
    }

    static BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }

    /** The least number of agencies whose share reaches the target. */
    static long wanted(long eligible, BigDecimal target) {
        return BigDecimal.valueOf(eligible)
                .multiply(target)
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** What was there when the year began, and of the rest as much as of the year has passed. */
    static BigDecimal expected(long begin, long wanted, int year, LocalDate day) {
        BigDecimal rest = BigDecimal.valueOf(Math.max(0, wanted - begin));
        BigDecimal passed = BigDecimal.valueOf(day.getYear() < year ? 0 : day.getDayOfYear());
        BigDecimal whole = BigDecimal.valueOf(LocalDate.of(year, 12, 31).getDayOfYear());
        return BigDecimal.valueOf(begin).add(rest.multiply(passed).divide(whole, 2, RoundingMode.HALF_UP));
    }

    static SumCheck check(Part whole, List<Part> parts) {
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

    private Progress() {}
}
