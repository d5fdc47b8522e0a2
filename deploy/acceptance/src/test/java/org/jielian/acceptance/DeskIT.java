package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** A unit's year as a spreadsheet in a browser: what is typed is there after a reload, and everything goes by the keyboard. */
@OnRunningSystem
@InBrowser
class DeskIT {
    private static final String COUNTY = "331102";
    private static final String FIRST = "2022-05";
    private static final String SECOND = "2022-06";
    private static final String THIRD = "2022-07";
    private static final String ELECTRICITY = "quantities.electricityKwh";
    private static final String WATER = "quantities.waterM3";

    private final Jielian jielian;
    private final Browsers browsers;
    private final String unit;

    DeskIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @Test
    void letsAUnitTypePasteReloadSubmitAndCorrect() {
        try (Screen screen = browsers.signedIn(unit)) {
            Page page = screen.page();
            screen.open("/unit/" + unit + "?month=" + FIRST);
            typesWithTheKeyboard(page);
            pastesABlock(page);
            screen.shoot("desk-typed");

            page.reload();
            assertThat(figure(page, FIRST, ELECTRICITY)).isEqualTo("12O.5");
            assertThat(figure(page, SECOND, ELECTRICITY)).isEqualTo("1,234.5");
            assertThat(cell(page, FIRST, ELECTRICITY).getAttribute("class")).contains("has-HARD");
            screen.shoot("desk-draft-after-reload");

            submitsOnceItIsRight(page);
            screen.shoot("desk-submitted");
            assertThat(electricity(FIRST)).isEqualTo("120.5");
            corrects(page);
            assertThat(electricity(FIRST)).isEqualTo("121.5");
            // a refused submission stands on the console, as it should
            screen.forgetTroubles();
            attachesABill(page);
            screen.shoot("desk-bill");
            screen.assertNothingWentWrong();
        }
    }

    private static void typesWithTheKeyboard(Page page) {
        cell(page, FIRST, ELECTRICITY).click();
        page.keyboard().type("12O.5");
        page.keyboard().press("Enter");
        page.keyboard().type("77");
        page.keyboard().press("Escape");
        assertThat(figure(page, FIRST, WATER)).isEmpty();
        page.keyboard().type("1000");
        page.keyboard().press("Enter");
        page.waitForSelector("#desk-state:has-text('已保存')");
        page.waitForSelector("td.has-HARD[data-month='" + FIRST + "'][data-field='" + ELECTRICITY + "']");
    }

    /** Two months wide, two figures high, with something in it that is no number. */
    private static void pastesABlock(Page page) {
        cell(page, SECOND, ELECTRICITY).click();
        page.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.setData('text/plain', '1,234.5\\t２００\\r\\n33\\t没有');
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""");
        page.waitForSelector("dialog[open]");
        assertThat(page.textContent("dialog")).contains("可以填入 3 项，无法填入 1 项", "没有", "不是数字");
        awaitSaved(page, SECOND, () -> awaitSaved(page, THIRD, () -> page.click("dialog button[value=take]")));
        assertThat(figure(page, SECOND, ELECTRICITY)).isEqualTo("1,234.5");
        assertThat(figure(page, THIRD, ELECTRICITY)).isEqualTo("200");
        assertThat(figure(page, THIRD, WATER)).isEmpty();
    }

    private static void awaitSaved(Page page, String month, Runnable act) {
        page.waitForResponse(
                response -> response.request().method().equals("PUT")
                        && response.url().endsWith("/desk/" + month + "/draft"),
                act);
    }

    private static void submitsOnceItIsRight(Page page) {
        page.waitForSelector("[data-submit-month]");
        page.click("[data-submit-month]");
        page.waitForSelector("#month-errors .alert");
        assertThat(page.textContent("#month-errors")).contains("电");
        cell(page, FIRST, ELECTRICITY).click();
        page.keyboard().type("120.5");
        page.keyboard().press("Enter");
        page.click("[data-submit-month]");
        page.waitForSelector("#month .alert-success");
        assertThat(page.textContent(".months a[aria-current]")).contains("已上报");
    }

    private static void corrects(Page page) {
        cell(page, FIRST, ELECTRICITY).click();
        page.keyboard().type("121.5");
        page.keyboard().press("Enter");
        page.fill("[data-month-reason]", "表计复核");
        page.click("[data-submit-month]");
        page.waitForSelector("#month .alert-success:has-text('已更正')");
        cell(page, FIRST, ELECTRICITY).click();
        page.waitForSelector("#cell .cell-history:has-text('表计复核')");
        assertThat(page.textContent("#cell .cell-history")).contains("120.5").contains("121.5");
    }

    private static void attachesABill(Page page) {
        page.setInputFiles(
                "#cell input[type=file]",
                new FilePayload("电费.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8)));
        page.click("#cell .bill-form button");
        page.waitForSelector("#cell .bills a:has-text('电费.pdf')");
    }

    private static Locator cell(Page page, String month, String field) {
        return page.locator("td[data-month='" + month + "'][data-field='" + field + "']");
    }

    private static String figure(Page page, String month, String field) {
        return cell(page, month, field).locator(".figure").textContent();
    }

    private String electricity(String month) {
        return jielian.as(unit)
                .get(Service.METRICS, "/api/reports/" + unit + "/" + month)
                .ok()
                .json()
                .at("/quantities/electricityKwh")
                .decimalValue()
                .toPlainString();
    }
}
