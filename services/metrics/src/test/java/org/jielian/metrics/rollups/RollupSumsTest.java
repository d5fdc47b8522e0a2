package org.jielian.metrics.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RegionState.Parentage;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ReportState.CountsIn;
import org.jielian.contracts.ReportState.Status;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.contracts.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens in whatever order: the totals are the sums of the last reports under the last tree. */
class RollupSumsTest {
    private static final String[] CITIES = {"c1", "c2"};
    private static final String[] COUNTIES = {"a", "b", "d"};
    private static final String[] QUANTITIES = {"electricityKwh", "waterM3", "coalKg"};
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    private final Map<String, RegionState> regions = new TreeMap<>();
    private final Map<String, ReportState> reports = new TreeMap<>();
    private final List<Object> history = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void areTheDirectSumsOfTheLastReports(long seed) {
        Random chance = new Random(seed);
        happen(chance, 300);
        try (Chain chain = new Chain()) {
            tellAll(chain);
            assertThat(chain.sums()).isEqualTo(directSums());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void doNotDependOnTheOrderNorOnRepetition(long seed) {
        Random chance = new Random(seed);
        happen(chance, 200);
        try (Chain chain = new Chain()) {
            tellAll(chain);
            Collections.shuffle(history, chance);
            tellAll(chain);
            assertThat(chain.sums()).as("all told twice").isEqualTo(directSums());
        }
        try (Chain chain = new Chain()) {
            tellAll(chain);
            assertThat(chain.sums()).as("told in disorder").isEqualTo(directSums());
        }
    }

    @Test
    void areTheSameOnRocksDb() {
        happen(new Random(15), 25);
        try (Chain chain = new Chain(new RocksDBDslStoreSuppliers())) {
            tellAll(chain);
            assertThat(chain.sums()).isEqualTo(directSums());
        }
    }

    private void tellAll(Chain chain) {
        for (Object fact : history) {
            if (fact instanceof RegionState region) chain.tell(region);
            else chain.tell((ReportState) fact);
        }
    }

    private void happen(Random chance, int events) {
        region("p", List.of(new Parentage(null, JANUARY)));
        for (String city : CITIES) region(city, List.of(new Parentage("p", JANUARY)));
        for (String county : COUNTIES) region(county, List.of(new Parentage(pick(chance, CITIES), JANUARY)));
        for (int i = 0; i < events; i++) {
            if (chance.nextInt(10) == 0) moveCounty(chance);
            else report(chance);
        }
    }

    private void moveCounty(Random chance) {
        String county = pick(chance, COUNTIES);
        List<Parentage> parents = new ArrayList<>(regions.get(county).parents());
        YearMonth from = JANUARY.plusMonths(chance.nextInt(4));
        parents.removeIf(p -> !p.from().isBefore(from));
        parents.add(new Parentage(pick(chance, "c1", "c2", "p"), from));
        region(county, parents);
    }

    private void region(String code, List<Parentage> parents) {
        long version = regions.containsKey(code) ? regions.get(code).version() + 1 : 1;
        RegionState state = new RegionState(code, version, code, Tier.COUNTY, List.copyOf(parents), null);
        regions.put(code, state);
        history.add(state);
    }

    private void report(Random chance) {
        String unit = "unit" + chance.nextInt(6);
        YearMonth period = JANUARY.plusMonths(chance.nextInt(4));
        ReportState before = reports.get(unit + "/" + period);
        Map<String, BigDecimal> quantities = new HashMap<>();
        for (String quantity : QUANTITIES) {
            if (chance.nextBoolean())
                quantities.put(quantity, BigDecimal.valueOf(chance.nextInt(100_000), chance.nextInt(4)));
        }
        var countsIn = chance.nextInt(8) == 0
                ? null
                : new CountsIn(pick(chance, "a", "b", "d", "c1", "p"), pick(chance, InstitutionType.values()));
        ReportState state = new ReportState(
                unit,
                period,
                before == null ? 1 : before.version() + 1,
                pick(chance, Status.values()),
                countsIn,
                quantities,
                BigDecimal.valueOf(chance.nextInt(50)),
                BigDecimal.valueOf(chance.nextInt(90_000), 2),
                Chain.START.plusSeconds(history.size()));
        reports.put(state.key(), state);
        history.add(state);
    }

    private Map<String, List<Sums>> directSums() {
        Map<String, List<Sums>> sums = new HashMap<>();
        for (ReportState report : reports.values()) {
            if (report.countsIn() == null || report.status() == Status.WITHDRAWN) continue;
            Sums one = Adding.oneReport(report);
            Sums reviewed = report.status() == Status.ACCEPTED ? one : Adding.NOTHING;
            String region = report.countsIn().regionCode();
            while (region != null) {
                String key = new Cell(region, report.period(), report.countsIn().type()).key();
                sums.merge(key, List.of(one, reviewed), RollupSumsTest::add);
                region = regions.get(region).parentIn(report.period()).orElse(null);
            }
        }
        return sums;
    }

    private static List<Sums> add(List<Sums> a, List<Sums> b) {
        return List.of(Adding.plus(a.get(0), b.get(0)), Adding.plus(a.get(1), b.get(1)));
    }

    @SafeVarargs
    private static <T> T pick(Random chance, T... among) {
        return among[chance.nextInt(among.length)];
    }
}
