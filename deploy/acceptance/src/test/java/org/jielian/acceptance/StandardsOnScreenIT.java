package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jielian.acceptance.Sample.Region;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A quota adjusted at the top on its way down to a unit's gauge, in front of each tier's screen: tried, released, tightened by a city,
 * refused to a county that would loosen it, and shown to the unit with who set it.
 */
@OnRunningSystem
@InBrowser
// what is released stays released, so the tests that count on the sample's standard come first
@Order(Integer.MAX_VALUE - 3)
class StandardsOnScreenIT {
    private static final String YEAR = "2025";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int DECIMALS = 1;
    private static final Pattern STANDING = Pattern.compile(".*/standing\\?origin=.*");

    private final Jielian jielian;
    private final Browsers browsers;

    StandardsOnScreenIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
    }

    /** A unit with a person of its own that keeps to the constraint and to nothing better, and the limits of its row. */
    private record Example(
            String unit, String county, String city, String place, BigDecimal value, BigDecimal baseline) {
        /** A limit between the baseline and the unit's own figure. */
        BigDecimal limit(String share) {
            return baseline.add(value.subtract(baseline).multiply(new BigDecimal(share)))
                    .setScale(DECIMALS, RoundingMode.HALF_UP);
        }

        String part() {
            return place.substring("quotas/".length(), place.indexOf('.'));
        }
    }

    @Test
    void reachesAUnitsGaugeAndShowsWhoSetIt() {
        new Standard(jielian, "JNJG").awaitResults(jielian.sample().units().size(), YEAR);
        Example example = example();
        seesTheBandsOfItsRegionsAndUnits();
        JsonNode before = result(example.unit(), "");
        BigDecimal ofProvince = example.limit("0.8");
        BigDecimal ofCity = example.limit("0.4");
        jielian.operator()
                .put(Service.SUPERVISION, "/api/adoptions/holds/" + example.city(), "")
                .ok();
        try {
            adjustsTriesReleasesAndWatches(example, ofProvince);
        } finally {
            jielian.operator().delete(Service.SUPERVISION, "/api/adoptions/holds/" + example.city());
        }
        String release = tightens(example.city(), "city", example, ofCity);
        isRefusedToLoosen(example, release, ofProvince);
        seesItsNewLimit(example, ofCity);
        assertThat(result(
                                example.unit(),
                                "&release=" + before.at("/basis/release").asText())
                        .path("figures"))
                .as("what the release before made of the year, to the digit")
                .isEqualTo(before.path("figures"));
    }

    private void seesTheBandsOfItsRegionsAndUnits() {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            screen.open("/province/" + PROVINCE + "/standards/results?year=" + YEAR);
            assertThat(screen.page().locator("#results-below tbody tr").count()).isEqualTo(11);
            assertThat(screen.page().locator("#results-units tbody tr").count()).isEqualTo(50);
            screen.shoot("standards-results");
            screen.assertNothingWentWrong();
        }
    }

    private void adjustsTriesReleasesAndWatches(Example example, BigDecimal limit) {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            screen.open("/province/" + PROVINCE + "/standards");
            screen.shoot("standards-province");
            page.click("form[action$='/standards/drafts'] button");
            page.waitForURL("**/standards/drafts/*");
            screen.open(screen.path().replaceAll("[?#].*", "") + "?part=" + example.part());
            page.fill("[name='" + example.place() + "']", limit.toPlainString());
            page.fill("#d-from", "2025-01-01");
            page.selectOption("#d-how", "RECOMPUTE_YEAR");
            page.click("form.report-form button.btn-primary");
            page.waitForLoadState();
            screen.shoot("standards-draft");
            assertThat(screen.text("#changes")).contains(limit.toPlainString());
            screen.shoot("standards-draft");

            String draft = screen.path().replaceAll("[?#].*", "");
            screen.open(draft + "/trial");
            page.click("form.tools button.btn-primary");
            page.waitForSelector("#band-changes tbody a");
            screen.shoot("standards-trial");
            assertThat(page.locator("#band-changes a[href='/unit/" + example.unit() + "/standard']")
                                    .count()
                            + page.locator("#affected tbody tr").count())
                    .as("somebody is affected")
                    .isPositive();

            screen.open(draft);
            page.click("form[action$='/release'] button");
            page.waitForURL(STANDING);
            page.evaluate("() => { window.stillThisPage = true; }");
            page.waitForFunction("() => " + APPLIED + " === 10");
            screen.shoot("standards-matrix-filling");
            jielian.operator()
                    .delete(Service.SUPERVISION, "/api/adoptions/holds/" + example.city())
                    .ok();
            page.waitForFunction("() => " + APPLIED + " === 11");
            assertThat(page.evaluate("() => window.stillThisPage"))
                    .as("the matrix filled while the province looked at it")
                    .isEqualTo(true);
            screen.shoot("standards-matrix");
            screen.assertNothingWentWrong();
        }
    }

    /** What the page says of how many regions have applied the release. */
    private static final String APPLIED = "Number([...document.querySelectorAll('#matrix dt')]"
            + ".find(dt => dt.textContent === '已生效').nextElementSibling.textContent)";

    /** Makes the limit of the newest release from above stricter, and gives the key of what it released itself. */
    private String tightens(String region, String tier, Example example, BigDecimal limit) {
        try (Screen screen = browsers.signedIn(region)) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            openNewest(screen, tier, region, example);
            page.waitForSelector("#newly-above");
            screen.shoot("standards-incoming-" + tier);
            page.fill("[name='" + example.place() + "']", limit.toPlainString());
            page.click("form[action$='/localisation'] button.btn-primary");
            page.waitForLoadState();
            assertThat(page.locator("main .alert-danger").count()).isZero();
            screen.assertNothingWentWrong();
        }
        return await("the " + tier + "'s own release")
                .atMost(PATIENCE)
                .until(
                        () -> jielian.as(region)
                                .get(Service.SUPERVISION, "/api/releases?region=" + region)
                                .ok()
                                .json()
                                .path("items"),
                        items -> StreamSupport.stream(items.spliterator(), false)
                                .anyMatch(r -> r.path("adoption").asText().equals("LOCALISED")))
                .at("/0/key")
                .asText();
    }

    private void isRefusedToLoosen(Example example, String release, BigDecimal looser) {
        try (Screen screen = browsers.signedIn(example.county())) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            await("the county to have the city's release").atMost(PATIENCE).until(() -> jielian.as(example.county())
                    .get(Service.SUPERVISION, "/api/adoptions/" + example.county())
                    .ok()
                    .text()
                    .contains(release));
            openNewest(screen, "county", example.county(), example);
            page.fill("[name='" + example.place() + "']", looser.toPlainString());
            page.click("form[action$='/localisation'] button.btn-primary");
            page.waitForSelector("main .alert-danger");
            assertThat(page.locator(".field:has([name='" + example.place() + "']) .error")
                            .textContent())
                    .as("the reason stands at the value")
                    .contains("宽");
            assertThat(page.inputValue("[name='" + example.place() + "']")).isEqualTo(looser.toPlainString());
            screen.shoot("standards-refused-county");
        }
    }

    private void seesItsNewLimit(Example example, BigDecimal limit) {
        await("the unit to be judged by the city's limit").atMost(PATIENCE).until(() -> {
            JsonNode figure = figure(example.unit());
            // the province's own limit was too low for the unit already
            return figure.path("band").asText().equals("ABOVE_CONSTRAINT")
                    && figure.at("/bounds/CONSTRAINT").decimalValue().compareTo(limit) == 0;
        });
        try (Screen screen = browsers.signedIn(example.unit())) {
            screen.open("/unit/" + example.unit() + "/standard?part=" + example.part());
            assertThat(screen.text(".gauges")).contains("人均综合能耗", "超约束值", limit.toPlainString());
            String row = screen.page()
                    .locator("#values tr:has-text('" + limit.toPlainString() + "')")
                    .first()
                    .textContent();
            assertThat(row).contains(jielian.sample().region(example.city()).name());
            screen.shoot("standards-unit");
            screen.assertNothingWentWrong();
        }
    }

    private static void openNewest(Screen screen, String tier, String region, Example example) {
        screen.open("/" + tier + "/" + region + "/standards");
        String newest = screen.page().locator("#incoming tbody a").first().getAttribute("href");
        screen.open(newest + "?part=" + example.part());
    }

    private Example example() {
        for (Region county : jielian.sample().counties()) {
            List<Sample.Unit> units = jielian.sample().unitsOf(county.code());
            if (units.isEmpty()) continue;
            String unit = units.get(0).code();
            JsonNode figure = figure(unit);
            if (!figure.path("band").asText().equals("WITHIN_CONSTRAINT")) continue;
            String place = "quotas/" + figure.path("quota").asText() + "/CONSTRAINT";
            return new Example(
                    unit,
                    county.code(),
                    county.parent(),
                    place,
                    figure.path("value").decimalValue(),
                    figure.at("/bounds/BASELINE").decimalValue());
        }
        throw new IllegalStateException("no unit of the sample keeps to the constraint only");
    }

    private JsonNode result(String unit, String more) {
        return jielian.operator()
                .get(Service.SUPERVISION, "/api/results/unit/" + unit + "?standard=JNJG&year=" + YEAR + more)
                .ok()
                .json();
    }

    private JsonNode figure(String unit) {
        return StreamSupport.stream(result(unit, "").path("figures").spliterator(), false)
                .filter(f -> f.path("indicator").asText().equals("E_CAP"))
                .findFirst()
                .orElse(Answer.parse("{}"));
    }
}
