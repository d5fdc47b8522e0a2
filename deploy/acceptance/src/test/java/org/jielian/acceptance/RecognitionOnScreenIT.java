package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.jielian.acceptance.Sample.Region;
import org.jielian.local.Service;
import org.jielian.local.SystemClock;
import org.junit.jupiter.api.Test;

/**
 * A unit's recognition in front of each tier's screen, from its self-evaluation through the public notice to the certificate that anybody can
 * check. The clock is put back, so that the notice can come to its end.
 */
@OnRunningSystem
@InBrowser
class RecognitionOnScreenIT {
    private static final int YEAR = 2025;
    /** Enough for the notice, whatever holidays lie in it. */
    private static final int DAYS_BACK = 30;

    private final Jielian jielian;
    private final Browsers browsers;
    private final SystemClock clock;

    RecognitionOnScreenIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.clock = jielian.system().clock();
    }

    private record Example(String unit, String name, String county, String city) {}

    @Test
    void goesFromSelfEvaluationToTheCertificateThatAnybodyCanCheck() {
        Example example = example();
        LocalDate today = clock.today();
        try {
            clock.goTo(today.minusDays(DAYS_BACK));
            recognise(example);
        } finally {
            clock.goBackToTheTrueTime();
        }
    }

    private void recognise(Example example) {
        String id = evaluatesItself(example);
        review("county", example.county(), id, "TAKE_UP", "FORWARD");
        draw("city", example.city(), id);
        review("city", example.city(), id, "FORWARD");
        draw("province", PROVINCE, id);
        review("province", PROVINCE, id, "PUBLISH");
        try (Screen screen = browsers.notSignedIn()) {
            screen.open("/public/notices");
            assertThat(screen.text("main")).contains(example.name());
            screen.shoot("recognition-public-notice");
            screen.assertNothingWentWrong();
        }
        JsonNode notice = title(id);
        clock.goTo(LocalDate.parse(notice.path("noticeUntil").asText()));
        await("the last day of the notice to pass")
                .during(Duration.ofSeconds(5))
                .until(() -> title(id).path("state").asText().equals("PUBLIC_NOTICE"));
        clock.goTo(clock.today().plusDays(1));
        await("the title")
                .atMost(Duration.ofMinutes(1))
                .until(() -> title(id).path("state").asText().equals("RECOGNISED"));
        anybodyChecks(example, certificateOf(example.unit(), id));
    }

    private JsonNode title(String id) {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/titles/" + id)
                .ok()
                .json();
    }

    /** The address that the unit shows around. */
    private String certificateOf(String unit, String id) {
        try (Screen screen = browsers.signedIn(unit)) {
            screen.open("/unit/" + unit + "/titles/" + id);
            screen.shoot("recognition-recognised");
            screen.assertNothingWentWrong();
            return screen.page().getAttribute("a[href*='/public/certificates/']", "href");
        }
    }

    private void anybodyChecks(Example example, String address) {
        try (Screen screen = browsers.notSignedIn()) {
            screen.open(address);
            assertThat(screen.text("main")).contains(example.name()).contains("称号有效");
            screen.shoot("recognition-public-certificate");
            screen.open("/public/certificates/JNJG-330000-2026-99999?code=AAAAAAAAAA");
            assertThat(screen.text("main")).contains("没有编号与校验码相符的证书");
            screen.assertNothingWentWrong();
        }
    }

    private Example example() {
        for (Region county : jielian.sample().counties()) {
            for (Sample.Unit unit : jielian.sample().unitsOf(county.code())) {
                JsonNode lacking = jielian.operator()
                        .get(
                                Service.SUPERVISION,
                                "/api/titles/why-not-yet?standard=JNJG&year=" + YEAR + "&region=" + unit.code())
                        .ok()
                        .json();
                if (lacking.path("total").asInt() == 0) continue;
                JsonNode line = lacking.at("/items/0");
                if (line.path("state").isTextual() || line.path("failing").size() > 0) continue;
                if (line.path("monthsMissing").asInt(1) != 0) continue;
                return new Example(unit.code(), line.path("name").asText(), county.code(), county.parent());
            }
        }
        throw new IllegalStateException("no agency of the sample has all its reports and no veto");
    }

    private String evaluatesItself(Example example) {
        try (Screen screen = browsers.signedIn(example.unit())) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            screen.open("/unit/" + example.unit() + "/titles");
            page.click("form[action$='/titles'] button");
            page.waitForURL("**/titles/*-*");
            String id = screen.path().replaceAll(".*/titles/([0-9a-f-]{36}).*", "$1");
            screen.shoot("recognition-self-evaluation");
            page.selectOption("#item-B1 select[name=value]", "100");
            page.click("#item-B1 form button");
            page.waitForFunction("() => document.querySelector('#item-B1 dl')");
            SelfEvaluation.fillIn(jielian.as(example.unit()), id);
            screen.open("/unit/" + example.unit() + "/titles/" + id);
            step(page, "EVALUATE");
            step(page, "SUBMIT");
            screen.shoot("recognition-submitted");
            screen.assertNothingWentWrong();
            return id;
        }
    }

    private void review(String tier, String region, String id, String... actions) {
        try (Screen screen = browsers.signedIn(region)) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            screen.open("/" + tier + "/" + region + "/titles");
            screen.shoot("recognition-queue-" + tier);
            assertThat(page.locator("a[href$='/titles/" + id + "']").count()).isPositive();
            screen.open("/" + tier + "/" + region + "/titles/" + id);
            screen.shoot("recognition-review-" + tier);
            for (String action : actions) step(page, action);
            screen.assertNothingWentWrong();
        }
    }

    private void draw(String tier, String region, String id) {
        try (Screen screen = browsers.signedIn(region)) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            screen.open("/" + tier + "/" + region + "/titles");
            page.fill("form[action$='/samples'] [name=percent]", "100");
            page.fill("form[action$='/samples'] [name=seed]", "2026-1");
            page.click("form[action$='/samples'] button");
            page.waitForSelector(".alert-success");
            screen.open("/" + tier + "/" + region + "/titles/" + id);
            page.fill("form[action$='/visits'] [name=on]", "2026-01-15");
            page.fill("form[action$='/visits'] [name=found]", "与申报一致");
            page.click("form[action$='/visits'] button");
            page.waitForSelector("main li:has-text('与申报一致')");
            screen.assertNothingWentWrong();
        }
    }

    private static void step(Page page, String action) {
        page.click("[data-step=" + action + "]");
        await(action + " to be taken")
                .atMost(Duration.ofMinutes(1))
                .until(() -> page.locator("[data-step=" + action + "]").count() == 0);
        assertThat(page.locator("main .alert-danger").count()).as(action).isZero();
    }
}
