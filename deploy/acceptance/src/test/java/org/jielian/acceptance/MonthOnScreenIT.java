package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A month from the unit's desk to the province's closing, as each tier's person does it on the screen. */
@OnRunningSystem
@InBrowser
class MonthOnScreenIT {
    private static final String COUNTY = "331102";
    private static final String CITY = "331100";
    /** Nobody has reported it: what this test does is all that happens in it. */
    private static final String MONTH = "2026-03";

    private static final String MONTH_LAST_YEAR = "2025-03";
    private static final String ELECTRICITY = "quantities.electricityKwh";

    private final Jielian jielian;
    private final Browsers browsers;
    private final Sample.Unit unit;

    MonthOnScreenIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0);
    }

    @Test
    void goesFromTheUnitsDeskToTheProvincesClosing() {
        BigDecimal usual = jielian.report(unit.code(), MONTH_LAST_YEAR)
                .at("/quantities/electricityKwh")
                .decimalValue();
        try (Screen desk = browsers.signedIn(unit.code());
                Screen county = browsers.signedIn(COUNTY)) {
            county.page().onDialog(Dialog::accept);
            entersPastesAndExplains(desk, usual.multiply(BigDecimal.valueOf(2)));
            isSentBackOneCell(county);
            corrects(desk, usual);
            isAcceptedAndClosed(county);
            closesAbove(CITY, "/city/");
            closesAbove(PROVINCE, "/province/");
            correctsLater(desk, usual.add(new BigDecimal("111.11")));
            standsAsADifference(county, "/county/" + COUNTY);
        }
        try (Screen province = browsers.signedIn(PROVINCE)) {
            standsAsADifference(province, "/province/" + PROVINCE);
        }
    }

    private void entersPastesAndExplains(Screen desk, BigDecimal electricity) {
        Page page = desk.page();
        openMonth(desk);
        type(page, electricity);
        cell(page, "quantities.waterM3").click();
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.setData('text/plain', '216.92');
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""");
        page.click("dialog[open] button[value=take]");
        page.waitForSelector("#desk-state:has-text('已保存')");
        page.click("[data-submit-month]");
        page.waitForSelector("#month-errors .alert");
        desk.shoot("month-explanation-wanted");
        submitExplained(page, "三月起改用电供暖");
        // a refused submission stands on the console, as it should
        desk.forgetTroubles();
    }

    private void isSentBackOneCell(Screen county) {
        Page page = county.page();
        Locator row = openRow(county);
        row.locator("input[name='cell." + ELECTRICITY + "']").fill("请再读一次电表");
        county.shoot("month-county-inbox");
        row.locator("button[hx-post$='/return']").click();
        page.waitForSelector("#r-" + unit.code() + " .state-RETURNED");
    }

    private void corrects(Screen desk, BigDecimal electricity) {
        Page page = desk.page();
        openMonth(desk);
        assertThat(page.textContent("#main")).contains("请再读一次电表");
        desk.shoot("month-sent-back");
        type(page, electricity);
        page.fill("[data-month-reason]", "读数有误，已更正");
        submitExplained(page, "读数有误，已更正");
        desk.assertNothingWentWrong();
    }

    private void isAcceptedAndClosed(Screen county) {
        Page page = county.page();
        Locator row = openRow(county);
        row.locator("button[hx-post$='/acceptance']").click();
        page.waitForSelector("#r-" + unit.code() + " .state-ACCEPTED");
        page.click(".month-acts form button");
        page.waitForSelector(".alert-success");
        county.shoot("month-county-closed");
        county.assertNothingWentWrong();
    }

    private void closesAbove(String region, String portal) {
        try (Screen screen = browsers.signedIn(region)) {
            screen.page().onDialog(Dialog::accept);
            screen.open(portal + region + "/closings/" + MONTH);
            screen.page().click("main form[data-confirm] button.btn-primary");
            screen.page().waitForSelector(".alert-success");
            screen.shoot("month-closed-" + region);
            screen.assertNothingWentWrong();
        }
    }

    private void correctsLater(Screen desk, BigDecimal electricity) {
        Page page = desk.page();
        openMonth(desk);
        type(page, electricity);
        page.fill("[data-month-reason]", "补录一块电表");
        submitExplained(page, "补录一块电表");
        desk.assertNothingWentWrong();
    }

    private void standsAsADifference(Screen screen, String home) {
        screen.open(home + "/closings/" + MONTH);
        Locator differences = screen.page().locator("section[aria-labelledby=differences-title]");
        differences.waitFor();
        assertThat(differences.textContent()).contains(unit.name(), "补录一块电表");
        screen.shoot("month-difference" + home.replace('/', '-'));
        screen.assertNothingWentWrong();
    }

    private void openMonth(Screen desk) {
        desk.open("/unit/" + unit.code() + "?month=" + MONTH);
        desk.page().waitForSelector("[data-submit-month]");
    }

    private static Locator cell(Page page, String field) {
        return page.locator("td[data-month='" + MONTH + "'][data-field='" + field + "']");
    }

    private static void type(Page page, BigDecimal electricity) {
        cell(page, ELECTRICITY).click();
        page.keyboard().type(electricity.toPlainString());
        page.keyboard().press("Enter");
    }

    private static void submitExplained(Page page, String why) {
        page.fill("#month-explanation", why);
        page.click("[data-submit-month]");
        page.waitForSelector("#month .alert-success");
    }

    private Locator openRow(Screen county) {
        county.open("/county/" + COUNTY + "/review?period=" + MONTH);
        Locator row = county.page().locator("#r-" + unit.code());
        row.locator("th a").first().click();
        county.page().waitForSelector("#r-" + unit.code() + " .review-form");
        return row;
    }
}
