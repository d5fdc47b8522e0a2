package org.jielian.metrics.sampling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.sampling.Draw.Unit;
import org.jielian.metrics.sampling.SampleView.Redraw;
import org.jielian.metrics.sampling.SampleView.Result;

/** Draws units for a closer check (rule V15), and keeps what the check found. */
@Singleton
class Sampling {
    private static final int LONGEST_SEED = 100;
    private static final int LONGEST_NOTE = 2000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    SampleTable table;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /**
     * Draws in the name of a region.
     *
     * @param seed what the draw is made of; {@code null} for one by chance
     */
    @Transactional
    SampleView draw(String region, SamplePeriod period, boolean below, BigDecimal share, String seed) {
        String path = access.requireActs(region);
        requireShare(region, share);
        String chosen = seed == null || seed.isBlank() ? byChance() : seed.strip();
        if (chosen.length() > LONGEST_SEED)
            throw CommonProblem.INVALID.because("种子最多 %s 个字符", "a seed has at most %s characters", LONGEST_SEED);
        List<Unit> population = table.population(region, period, below);
        if (population.isEmpty())
            throw CommonProblem.CONFLICT.because(
                    "%s 在 %s 没有应报单位，无可抽取",
                    "%s has no units to report in %s, there is nobody to draw", region, period.text());
        List<Unit> drawn = Draw.of(population, share, chosen);
        UUID id = UUID.randomUUID();
        table.keep(id, region, period, below, share, chosen, clock.instant(), person.name());
        table.keepMembers(id, region, population, drawn);
        SampleView sample = look(region, id);
        audit.record("SAMPLE_DRAWN", "sample/" + id, path, null, sample, null);
        return sample;
    }

    private void requireShare(String region, BigDecimal share) {
        BigDecimal least = table.leastShare(region)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有地区 %s", "there is no region %s", region));
        if (share == null || share.compareTo(least) < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw CommonProblem.INVALID.because(
                    "抽取比例应在 %s 到 1 之间",
                    "the share must be from %s to 1", least.stripTrailingZeros().toPlainString());
        }
    }

    private static String byChance() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Transactional
    List<SampleView> of(String region, String period) {
        access.requireSees(region);
        return table.of(
                region,
                period == null || period.isBlank()
                        ? null
                        : SamplePeriod.of(period).text());
    }

    @Transactional
    SampleView look(String region, UUID id) {
        return require(region, id).with(table.drawn(id));
    }

    /** Draws again with the stored seed, from the stored and from today's population. */
    @Transactional
    Redraw redraw(String region, UUID id) {
        SampleView sample = require(region, id);
        List<String> stored =
                table.drawn(id).stream().map(SampleView.Drawn::unitCode).toList();
        List<Unit> then = table.population(id);
        List<Unit> now = table.population(region, SamplePeriod.of(sample.period()), sample.below());
        List<String> today = codes(Draw.of(now, sample.share(), sample.seed()));
        return new Redraw(
                id,
                codes(Draw.of(then, sample.share(), sample.seed())).equals(stored),
                today.equals(stored),
                without(now, then),
                without(then, now),
                today);
    }

    /** Keeps what the closer check of a drawn unit found; what was there before stays in the audit trail. */
    @Transactional
    SampleView check(String region, UUID id, String unit, Result result, String note) {
        String path = access.requireActs(region);
        SampleView before = look(region, id);
        if (result == null)
            throw CommonProblem.INVALID.because("result 应为 OK 或 FINDING", "the result must be OK or FINDING");
        String words = note == null || note.isBlank() ? null : note.strip();
        if (result == Result.FINDING && words == null)
            throw CommonProblem.INVALID.because("发现问题须写明情况（note）", "say what was found (note)");
        if (words != null && words.length() > LONGEST_NOTE)
            throw CommonProblem.INVALID.because("最多 %s 个字", "at most %s characters", LONGEST_NOTE);
        if (!table.record(id, unit, result, words, clock.instant(), person.name()))
            throw CommonProblem.NOT_FOUND.because("%s 未被抽中", "%s was not drawn", unit);
        SampleView after = look(region, id);
        audit.record("SAMPLE_CHECKED", "sample/" + id, path, one(before, unit), one(after, unit), words);
        return after;
    }

    private SampleView require(String region, UUID id) {
        access.requireSees(region);
        return table.find(region, id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有这次抽查 %s", "there is no such sample %s", id));
    }

    private static SampleView.Drawn one(SampleView sample, String unit) {
        return sample.units().stream()
                .filter(u -> u.unitCode().equals(unit))
                .findFirst()
                .orElse(null);
    }

    private static List<String> codes(List<Unit> units) {
        return units.stream().map(Unit::code).toList();
    }

    private static List<String> without(List<Unit> units, List<Unit> others) {
        Set<String> known = new HashSet<>(codes(others));
        return units.stream()
                .map(Unit::code)
                .filter(code -> !known.contains(code))
                .sorted()
                .toList();
    }
}
