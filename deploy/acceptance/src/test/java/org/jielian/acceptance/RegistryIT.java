package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The life of an institution in the register, in front of the screen: registered, described anew, moved, closed. */
@OnRunningSystem
@InBrowser
// it leaves an institution behind, which others would count
@Order(Integer.MAX_VALUE - 1)
class RegistryIT {
    private static final String CITY = "331100";
    private static final String COUNTY = "331102";
    private static final String OTHER_COUNTY = "331121";
    /** An invented code with right check characters; it reports in 2021 only, where no other test looks. */
    private static final String CODE = "11331102TYAAAAA16R";

    private final Jielian jielian;
    private final Browsers browsers;

    RegistryIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
    }

    @Test
    void keepsAnInstitutionFromItsFirstMonthToItsLast() {
        try (Screen screen = browsers.signedIn(COUNTY)) {
            register(screen);
            describe(screen);
        }
        try (Screen screen = browsers.signedIn(CITY)) {
            move(screen);
        }
        try (Screen screen = browsers.signedIn(OTHER_COUNTY)) {
            close(screen);
        }
    }

    private void register(Screen screen) {
        Page page = screen.page();
        screen.open("/county/" + COUNTY + "/units?period=2021");
        screen.follow("登记新单位");
        screen.shoot("register-unit");
        page.fill("#f-code", CODE.substring(0, 17) + "0");
        page.fill("#f-name", "莲都区验收测试局");
        page.selectOption("#f-type", "AGENCY");
        page.fill("#f-floorArea", "1200.50");
        page.fill("#f-headcount", "40");
        page.selectOption("#f-heating", "ELECTRIC");
        page.fill("#f-since", "2021-01");
        page.click("button.btn-primary");
        page.waitForSelector(".alert-danger");
        assertThat(page.inputValue("#f-name")).as("what was typed stays").isEqualTo("莲都区验收测试局");
        screen.shoot("register-unit-refused");
        // the answer 422 stands on the console, as it should
        screen.forgetTroubles();

        page.fill("#f-code", CODE);
        page.click("button.btn-primary");
        page.waitForSelector(".alert-success");
        assertThat(screen.path()).startsWith("/unit/" + CODE);
        assertThat(screen.text("h1")).contains("莲都区验收测试局");
        assertThat(screen.text("#register")).contains("1,200.5", CODE);
        screen.assertNothingWentWrong();
    }

    private void describe(Screen screen) {
        Page page = screen.page();
        screen.follow("变更登记信息");
        screen.shoot("change-unit");
        page.fill("#f-name", "莲都区验收测试中心");
        page.fill("#f-headcount", "42");
        page.check("[name=hasCanteen]");
        page.click("button.btn-primary");
        page.waitForSelector(".alert-success");
        assertThat(screen.text("h1")).contains("莲都区验收测试中心");
        assertThat(unit().path("headcount").decimalValue()).isEqualByComparingTo("42");
        screen.assertNothingWentWrong();
    }

    private void move(Screen screen) {
        Page page = screen.page();
        page.onDialog(Dialog::accept);
        screen.open("/unit/" + CODE);
        screen.follow("变更登记信息");
        assertThat(page.locator("#f-name").count())
                .as("a city does not describe a county's unit")
                .isZero();
        screen.shoot("move-unit");
        page.selectOption("#m-region", OTHER_COUNTY);
        page.fill("#m-from", "2021-03");
        page.fill("#m-reason", "验收测试：划转");
        page.click("#move button");
        page.waitForSelector(".alert-success");
        assertThat(unit().path("regionCode").asText()).isEqualTo(OTHER_COUNTY);
        screen.assertNothingWentWrong();
    }

    private void close(Screen screen) {
        Page page = screen.page();
        page.onDialog(Dialog::accept);
        screen.open("/registry/units/" + CODE);
        page.fill("#c-from", "2021-06");
        page.fill("#c-reason", "验收测试：注销");
        page.click("#close button");
        page.waitForSelector(".alert-success");
        assertThat(unit().path("closedFrom").asText()).isEqualTo("2021-06");
        screen.open("/registry/units/" + CODE);
        assertThat(page.locator("#close, #move").count())
                .as("a closed unit stays closed")
                .isZero();
        screen.shoot("closed-unit");
        screen.assertNothingWentWrong();
    }

    private JsonNode unit() {
        return jielian.operator().get(Service.UNITS, "/api/units/" + CODE).ok().json();
    }
}
