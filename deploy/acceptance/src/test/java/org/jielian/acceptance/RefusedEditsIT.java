package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.jielian.acceptance.Way.Month;
import org.jielian.local.Service;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is refused leaves every stored value as it was: random months that each break something, brought in by every way there is. The
 * choice is random and the same each time; a failure names the edit.
 */
@OnRunningSystem
class RefusedEditsIT {
    private static final String COUNTY = "330106";
    /** The sample's year moved to one of which nobody adds up the province. */
    private static final String YEAR = "2020";

    private static final int EDITS = 20;
    private static final List<String> COLUMNS =
            List.of("electricity_kwh", "water_m3", "natural_gas_m3", "gasoline_l", "headcount", "floor_area_m2");
    private static final Map<String, BiFunction<Month, Random, Month>> SPOILINGS = new LinkedHashMap<>();

    static {
        SPOILINGS.put("negative", (month, random) -> month.with(any(random), "-" + (1 + random.nextInt(9_999))));
        SPOILINGS.put(
                "words",
                (month, random) ->
                        month.with(any(random), pick(random, "无", "12O.5", "1.2.3", "约120", "#REF!", "1,200", "1e5")));
        SPOILINGS.put("five decimals", (month, random) -> month.with(any(random), random.nextInt(999) + ".12345"));
        SPOILINGS.put("too long", (month, random) -> month.with(any(random), "9".repeat(13 + random.nextInt(30))));
        SPOILINGS.put("nobody", (month, random) -> month.with("headcount", pick(random, "0", "0.00", "")));
        SPOILINGS.put("no area", (month, random) -> month.with("floor_area_m2", pick(random, "0", "")));
        SPOILINGS.put("no headcount at all", (month, random) -> month.without("headcount"));
    }

    private final Jielian jielian;
    private final String unit;

    RefusedEditsIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @BeforeEach
    void aYearIsStored() {
        for (int month = 1; month <= 12; month++) {
            assertThat(Way.CALL.refusal(jielian, unit, month(month))).isNull();
        }
        jielian.settle(YEAR);
    }

    @ParameterizedTest
    @EnumSource
    void changeNothingThatIsStored(Way way) {
        Random random = new Random(way.ordinal());
        String before = stored();
        List<String> kinds = new ArrayList<>(SPOILINGS.keySet());
        for (int i = 0; i < EDITS; i++) {
            String kind = kinds.get(i % kinds.size());
            // one figure would be a change if the rest were sound
            Month changed = month(1 + random.nextInt(12)).with("diesel_l", String.valueOf(random.nextInt(50)));
            Month spoiled = SPOILINGS.get(kind).apply(changed, random);
            String edit = way + " " + kind + " " + spoiled;
            assertThat(way.refusal(jielian, unit, spoiled)).as(edit).isNotNull();
            assertThat(stored()).as(edit).isEqualTo(before);
        }
        assertThat(jielian.digest(COUNTY, YEAR).path("agrees").asBoolean()).isTrue();
    }

    private Month month(int month) {
        return Month.of(jielian.sample(), unit, "%s-%02d".formatted(YEAR, month));
    }

    /** The reports with their versions and times, and what they add up to. */
    private String stored() {
        return jielian.as(unit)
                        .get(Service.METRICS, "/api/reports/" + unit + "?from=" + YEAR + "-01&to=" + YEAR + "-12")
                        .ok()
                        .text()
                + jielian.rollup(COUNTY, YEAR).path("quantities");
    }

    private static String any(Random random) {
        return COLUMNS.get(random.nextInt(COLUMNS.size()));
    }

    private static String pick(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }
}
