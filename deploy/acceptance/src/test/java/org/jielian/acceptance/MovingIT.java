package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.acceptance.Jielian.PROVINCE;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jielian.acceptance.Sample.Unit;
import org.jielian.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A unit that passes from a county of one city to a county of another, from the middle of the year on. */
@OnRunningSystem
class MovingIT {
    private static final String FIRST_HALF = "2025-01..2025-06";
    private static final String SECOND_HALF = "2025-07..2025-12";
    private static final String FROM_COUNTY = "331121";
    private static final String FROM_CITY = "331100";
    private static final String TO_COUNTY = "330127";
    private static final String TO_CITY = "330100";

    private final Jielian jielian;
    private final Unit unit;
    private final BigDecimal unitsSecondHalf;

    MovingIT(Jielian jielian) {
        this.jielian = jielian;
        var units = jielian.sample().unitsOf(FROM_COUNTY);
        this.unit = units.get(units.size() - 1);
        this.unitsSecondHalf = IntStream.rangeClosed(7, 12)
                .mapToObj(month -> jielian.operator()
                        .get(Service.METRICS, "/api/reports/%s/2025-%02d".formatted(unit.code(), month)))
                .filter(answer -> answer.status() == 200)
                .map(answer -> answer.json().at("/quantities/electricityKwh").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the regions concerned say of half a year. */
    private record Standing(
            BigDecimal fromCounty, BigDecimal fromCity, BigDecimal toCounty, BigDecimal toCity, BigDecimal province) {
        Standing {
            fromCounty = fromCounty.stripTrailingZeros();
            fromCity = fromCity.stripTrailingZeros();
            toCounty = toCounty.stripTrailingZeros();
            toCity = toCity.stripTrailingZeros();
            province = province.stripTrailingZeros();
        }
    }

    private Standing standing(String half) {
        return new Standing(
                jielian.electricity(FROM_COUNTY, half),
                jielian.electricity(FROM_CITY, half),
                jielian.electricity(TO_COUNTY, half),
                jielian.electricity(TO_CITY, half),
                jielian.electricity(PROVINCE, half));
    }

    private Standing firstBefore;
    private Standing secondBefore;

    @BeforeEach
    void remember() {
        jielian.settle("2025");
        firstBefore = standing(FIRST_HALF);
        secondBefore = standing(SECOND_HALF);
    }

    @AfterEach
    void moveBack() {
        move(FROM_COUNTY);
        awaitStanding(secondBefore);
        assertThat(standing(FIRST_HALF)).isEqualTo(firstBefore);
    }

    @Test
    void takesTheMonthsFromThenOnWithItAndLeavesTheEarlierOnes() {
        move(TO_COUNTY);

        awaitStanding(new Standing(
                secondBefore.fromCounty().subtract(unitsSecondHalf),
                secondBefore.fromCity().subtract(unitsSecondHalf),
                secondBefore.toCounty().add(unitsSecondHalf),
                secondBefore.toCity().add(unitsSecondHalf),
                secondBefore.province()));
        assertThat(standing(FIRST_HALF)).isEqualTo(firstBefore);
        assertThat(jielian.digest(FROM_COUNTY, "2025").path("agrees").asBoolean())
                .isTrue();
        assertThat(jielian.digest(TO_COUNTY, "2025").path("agrees").asBoolean()).isTrue();
    }

    @Test
    void isSeenFromItsNewCountyAndNoLongerFromItsOldOne() {
        move(TO_COUNTY);

        assertThat(jielian.as(TO_COUNTY)
                        .get(Service.UNITS, "/api/units/" + unit.code())
                        .status())
                .isEqualTo(200);
        assertThat(jielian.as(FROM_COUNTY)
                        .get(Service.UNITS, "/api/units/" + unit.code())
                        .status())
                .isEqualTo(403);
        // metrics learns of the move from its fact
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(jielian.as(TO_COUNTY)
                            .get(Service.METRICS, "/api/reports/" + unit.code())
                            .status())
                    .isEqualTo(200);
            assertThat(jielian.as(FROM_COUNTY)
                            .get(Service.METRICS, "/api/reports/" + unit.code())
                            .status())
                    .isEqualTo(403);
        });
    }

    private void move(String region) {
        jielian.as(PROVINCE)
                .post(Service.UNITS, "/api/units/" + unit.code() + "/moves", """
                        {"regionCode": "%s", "from": "2025-07", "reason": "acceptance test"}""".formatted(region))
                .ok();
    }

    private void awaitStanding(Standing expected) {
        Awaitility.await("the figures to follow the unit")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(standing(SECOND_HALF)).isEqualTo(expected));
    }
}
