package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jielian.acceptance.Way.Month;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** Two people at the same month: the second one is shown both values, and nothing is overwritten unseen. */
@OnRunningSystem
@InBrowser
class EditorsIT {
    private static final String COUNTY = "330106";
    /** Nobody else reports these. */
    private static final String BY_CALL = "2026-08";

    private static final String ON_SCREEN = "2026-09";
    private static final String ELECTRICITY = "quantities.electricityKwh";

    private final Jielian jielian;
    private final Browsers browsers;
    private final String unit;

    EditorsIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @Test
    void areToldBothValuesByTheInterface() {
        Month month = Month.of(jielian.sample(), unit, BY_CALL);
        String address = "/api/reports/" + unit + "/" + BY_CALL;
        jielian.as(unit).put(Service.METRICS, address, month.json().toString()).ok();
        String seen = jielian.as(unit).get(Service.METRICS, address).ok().header("ETag");

        Month first = month.more("electricity_kwh", "11.5").more("headcount", "1");
        jielian.as(unit)
                .put(Service.METRICS, address, first.json().toString(), "If-Match", seen)
                .ok();
        Month second = month.more("electricity_kwh", "22.5").more("headcount", "1");
        Answer refused =
                jielian.as(COUNTY).put(Service.METRICS, address, second.json().toString(), "If-Match", seen);

        assertThat(refused.status()).isEqualTo(412);
        JsonNode errors = refused.json().path("errors");
        assertThat(errors.findValuesAsText("field")).containsExactly(ELECTRICITY);
        assertThat(errors.at("/0/message").asText())
                .contains(
                        first.figures().get("electricity_kwh"), second.figures().get("electricity_kwh"));
        assertThat(jielian.report(unit, BY_CALL)
                        .at("/quantities/electricityKwh")
                        .decimalValue())
                .isEqualByComparingTo(first.figure("electricity_kwh"));
    }

    @Test
    void areShownBothValuesAtTheDesk() {
        try (Screen first = browsers.signedIn(unit);
                Screen second = browsers.signedIn(COUNTY)) {
            first.open("/unit/" + unit + "?month=" + ON_SCREEN);
            second.open("/unit/" + unit + "?month=" + ON_SCREEN);

            type(first.page(), "1111.5");
            first.page().waitForSelector("#desk-state:has-text('已保存')");
            type(second.page(), "2222.5");
            second.page().waitForSelector("dialog[open]");
            assertThat(second.text("dialog")).contains("1,111.5", "2,222.5");
            second.shoot("desk-conflict");
            second.page().click("dialog button[value=theirs]");

            assertThat(cell(second.page()).locator(".figure").textContent()).isEqualTo("1,111.5");
            assertThat(draft()).isEqualTo("1111.5");

            type(second.page(), "3333.5");
            second.page().waitForSelector("#desk-state:has-text('已保存')");
            assertThat(draft()).isEqualTo("3333.5");
            type(first.page(), "4444.5");
            first.page().waitForSelector("dialog[open]");
            assertThat(first.text("dialog")).contains("3,333.5", "4,444.5");
            assertThat(draft()).as("nothing is written before the person chose").isEqualTo("3333.5");
            first.page().click("dialog button[value=mine]");
            first.page().waitForSelector("#desk-state:has-text('已保存')");
            assertThat(draft()).isEqualTo("4444.5");
        }
    }

    private static void type(Page page, String text) {
        cell(page).click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static Locator cell(Page page) {
        return page.locator("td[data-month='" + ON_SCREEN + "'][data-field='" + ELECTRICITY + "']");
    }

    private String draft() {
        return jielian.as(unit)
                .get(Service.METRICS, "/api/drafts/" + unit + "/" + ON_SCREEN)
                .ok()
                .json()
                .at("/typed/quantities/electricityKwh")
                .asText();
    }
}
