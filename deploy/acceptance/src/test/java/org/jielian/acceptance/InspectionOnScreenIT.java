package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** An inspection in front of the county's and the unit's screens, from the plan to the last problem that is verified. */
@OnRunningSystem
@InBrowser
class InspectionOnScreenIT {
    private static final String COUNTY = "331124";
    private static final FilePayload PHOTO =
            new FilePayload("现场.pdf", "application/pdf", "%PDF-1.7 on screen".getBytes(StandardCharsets.UTF_8));

    private final Jielian jielian;
    private final Browsers browsers;

    InspectionOnScreenIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
    }

    @Test
    void goesFromThePlanToTheLastProblemThatIsVerified() {
        String unit = jielian.sample().unitsOf(COUNTY).get(0).code();
        String inspection;
        String notice;
        try (Screen county = browsers.signedIn(COUNTY);
                Screen inspected = browsers.signedIn(unit)) {
            county.page().onDialog(Dialog::accept);
            inspected.page().onDialog(Dialog::accept);
            inspection = planned(county, unit);
            checked(county);
            confirmed(inspected, inspection);
            notice = served(county, inspection);
            answered(inspected, notice);
            verified(county, notice);
            county.assertNothingWentWrong();
            inspected.assertNothingWentWrong();
        }
    }

    private static String planned(Screen county, String unit) {
        Page page = county.page();
        county.open("/county/" + COUNTY + "/inspections/plans/new?unit=" + unit);
        page.selectOption("#p-kind", "DOUBLE_RANDOM");
        assertThat(page.isVisible("#p-seed")).as("the seed of a draw").isTrue();
        assertThat(page.isVisible("#p-units")).as("units to name").isFalse();
        page.selectOption("#p-kind", "PLANNED");
        assertThat(page.isVisible("#p-seed")).as("the seed of a plan").isFalse();
        page.fill("[name=name]", "屏幕验收");
        page.fill("[name=to]", page.inputValue("[name=from]"));
        page.fill("[name=inspectors]", "王芳 李强");
        county.shoot("inspection-plan");
        page.click("form[action$='/plans/new'] button");
        page.waitForURL("**/plans/*-*");
        page.click("#inspections tbody a");
        page.waitForURL("**/inspections/*-*");
        return county.path().replaceAll(".*/inspections/([0-9a-f-]{36}).*", "$1");
    }

    private static void checked(Screen county) {
        Page page = county.page();
        page.click("form[action$='/BEGIN'] button");
        page.waitForSelector("#item-A1 form");
        page.selectOption("#item-A1 [name=outcome]", "PROBLEM");
        page.fill("#item-A1 [name=remark]", "未制定年度计划");
        page.setInputFiles("#item-A1 [name=files]", PHOTO);
        page.click("#item-A1 form button");
        page.waitForSelector("#item-A1 .files a");
        page.selectOption("#item-A2 [name=outcome]", "SATISFIED");
        page.click("#item-A2 form button");
        page.waitForSelector("#item-A2 .is-SATISFIED");
        county.shoot("inspection-checklist");
        page.fill("#c-text", "查看了制度和台账");
        page.click("form[action$='/CONCLUDE'] button");
        page.waitForSelector("form[action$='/REOPEN']");
    }

    private static void confirmed(Screen unit, String inspection) {
        Page page = unit.page();
        unit.open("/inspections/" + inspection);
        unit.shoot("inspection-unit");
        page.fill("#u-text", "情况属实，将尽快整改");
        page.click("form[action$='/CONFIRM'] button");
        page.waitForSelector(
                "form[action$='/CONFIRM']",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    }

    private static String served(Screen county, String inspection) {
        Page page = county.page();
        county.open("/inspections/" + inspection);
        page.fill("[name=responsible1]", "办公室主任");
        page.fill("[name=evidence1]", "年度计划");
        county.shoot("inspection-notice-form");
        page.click("form.serve button");
        page.waitForURL("**/rectifications/*");
        county.shoot("rectification-notice");
        return county.path().replaceAll(".*/rectifications/([0-9a-f-]{36}).*", "$1");
    }

    private static void answered(Screen unit, String notice) {
        Page page = unit.page();
        unit.open("/rectifications/" + notice);
        page.fill("#a-t1", "已制定并印发");
        page.setInputFiles("#a-f1", PHOTO);
        page.click("form[action$='/ANSWER'] button");
        page.waitForSelector("#p1 .files a");
    }

    private static void verified(Screen county, String notice) {
        Page page = county.page();
        county.open("/county/" + COUNTY + "/rectifications");
        assertThat(page.locator(".board-column.is-ANSWERED a[href^='/rectifications/" + notice + "']")
                        .count())
                .isEqualTo(1);
        county.shoot("rectification-board");
        county.open("/rectifications/" + notice);
        page.click("form[action$='/VERIFY'] button");
        page.waitForSelector("#p1.is-better");
        county.open("/county/" + COUNTY + "/inspections");
        county.shoot("inspection-calendar");
        assertThat(county.text(".month")).contains("整改完成");
    }
}
