package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;
import static org.jielian.acceptance.Jielian.YEAR;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a county's unit corrects stands on the province's screen at once. */
@OnRunningSystem
class LiveIT {
    private static final String COUNTY = "331102";
    private static final String MONTH = "2025-06";
    private static final BigDecimal MORE = new BigDecimal("12345.67");
    /** Far more than it takes; how long it really takes is measured elsewhere. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Jielian jielian;
    private final String unit;
    private BigDecimal reported;
    private BigDecimal province;

    LiveIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @BeforeEach
    void remember() {
        reported = jielian.report(unit, MONTH).at("/quantities/electricityKwh").decimalValue();
        province = jielian.electricity(PROVINCE, YEAR);
    }

    @AfterEach
    void putRight() {
        jielian.correctElectricity(unit, MONTH, reported, "acceptance test, put right");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jielian.electricity(PROVINCE, YEAR))
                .isEqualByComparingTo(province));
    }

    @Test
    void movesTheFigureOfEveryTierByExactlyTheDifference() {
        BigDecimal county = jielian.electricity(COUNTY, MONTH);
        BigDecimal city = jielian.electricity("331100", MONTH);

        correct();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(jielian.electricity(PROVINCE, YEAR))
                .isEqualByComparingTo(province.add(MORE)));
        assertThat(jielian.electricity(COUNTY, MONTH)).isEqualByComparingTo(county.add(MORE));
        assertThat(jielian.electricity("331100", MONTH)).isEqualByComparingTo(city.add(MORE));
        assertThat(jielian.digest(PROVINCE, YEAR).path("agrees").asBoolean()).isTrue();
    }

    @Test
    @InBrowser
    void movesTheFigureOnAnOpenPageWithoutAReload(Browsers browsers) {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            screen.open("/province/" + PROVINCE + "?period=" + YEAR);
            screen.page().waitForSelector("body.is-live");
            screen.page().evaluate("window.neverReloaded = true");
            assertThat(screen.figure("electricity")).isEqualByComparingTo(province);
            String stamp = screen.page().textContent("#stamp");

            correct();

            await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen.figure("electricity"))
                    .isEqualByComparingTo(province.add(MORE)));
            assertThat(screen.page().textContent("#stamp")).isNotEqualTo(stamp);
            assertThat(screen.page().evaluate("window.neverReloaded")).isEqualTo(true);
            screen.shoot("province-after-a-correction");
            screen.assertNothingWentWrong();
        }
    }

    private void correct() {
        jielian.correctElectricity(unit, MONTH, reported.add(MORE), "acceptance test");
    }
}
