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

/** A task in front of each tier's screen, from the county that opens it to the criticism that stands at the province. */
@OnRunningSystem
@InBrowser
class ClimbingOnScreenIT {
    /** Enough for thirty working days after the day of the answer, and for the National Day. */
    private static final int DAYS_BACK = 80;

    private static final String TITLE = "请说明用电台账缺失的原因";

    private final Jielian jielian;
    private final Browsers browsers;
    private final SystemClock clock;

    ClimbingOnScreenIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.clock = jielian.system().clock();
    }

    @Test
    void climbsFromTheCountyToTheCriticismAtTheProvince() {
        Region county = jielian.sample().counties().get(3);
        String unit = jielian.sample().unitsOf(county.code()).get(0).code();
        LocalDate today = clock.today();
        try {
            clock.goTo(today.minusDays(DAYS_BACK));
            String id = opens(county.code(), unit, clock.today().plusDays(7));
            seesIt(unit, "/unit/" + unit, id);
            followsTheLadder(id, county);
            atTheProvince(id);
            answersAtLast(unit, county, id);
        } finally {
            clock.goBackToTheTrueTime();
        }
    }

    private String opens(String county, String unit, LocalDate due) {
        try (Screen screen = browsers.signedIn(county)) {
            Page page = screen.page();
            screen.open("/county/" + county + "/tasks");
            page.fill("#t-target", unit);
            page.fill("#t-due", due.toString());
            page.fill("#t-title", TITLE);
            page.fill("#t-detail", "抽查发现三个月没有用电台账。");
            page.click("#open button");
            page.waitForURL("**/tasks/*-*");
            assertThat(screen.text("main")).contains(TITLE).contains(due.toString());
            // every page says that this is not today
            assertThat(screen.text("body")).contains("演练：系统时钟为 " + clock.today());
            screen.shoot("task-opened");
            screen.assertNothingWentWrong();
            return screen.path().replaceAll(".*/tasks/([0-9a-f-]{36}).*", "$1");
        }
    }

    private void seesIt(String person, String home, String id) {
        try (Screen screen = browsers.signedIn(person)) {
            screen.open(home);
            screen.page().waitForSelector("a[href$='/tasks/" + id + "']");
            screen.shoot("task-on-home-of-" + home.split("/")[1]);
            screen.assertNothingWentWrong();
        }
    }

    /** The clock goes on to the day of each rung; who is in charge by then finds the task on the home page. */
    private void followsTheLadder(String id, Region county) {
        String city = county.parent();
        for (String rung : new String[] {"REMINDED", "YELLOW", "RED", "CRITICISED"}) {
            LocalDate climbs = LocalDate.parse(looked(id).path("climbsOn").asText());
            clock.goTo(climbs.minusDays(1));
            await("the day before " + rung).during(Duration.ofSeconds(5)).until(() -> !rung(id).equals(rung));
            clock.goTo(climbs);
            await(rung).atMost(Duration.ofMinutes(1)).until(() -> rung(id).equals(rung));
            if (rung.equals("RED")) seesIt(city, "/city/" + city, id);
        }
    }

    private JsonNode looked(String id) {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/tasks/" + id)
                .ok()
                .json();
    }

    private JsonNode task(String id) {
        return looked(id).path("task");
    }

    private String rung(String id) {
        return task(id).path("rung").asText();
    }

    private void atTheProvince(String id) {
        assertThat(task(id).path("holder").asText()).isEqualTo(PROVINCE);
        seesIt(PROVINCE, "/province/" + PROVINCE, id);
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            screen.open("/province/" + PROVINCE + "/tasks?tab=climbed");
            assertThat(screen.text("main")).contains(TITLE);
            screen.shoot("tasks-climbed-to-the-province");
            screen.open("/tasks/" + id);
            assertThat(screen.text("main")).contains(TITLE).contains("通报");
            screen.shoot("task-criticised");
            screen.assertNothingWentWrong();
        }
    }

    private void answersAtLast(String unit, Region county, String id) {
        try (Screen screen = browsers.signedIn(unit)) {
            Page page = screen.page();
            screen.open("/tasks/" + id);
            page.fill("#a-text", "台账已补齐，附后。");
            page.click("form[action$='/answer'] button");
            page.waitForSelector(".alert-success");
            assertThat(page.locator("form[action$='/verification']").count())
                    .as("nobody verifies their own answer")
                    .isZero();
            screen.assertNothingWentWrong();
        }
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            Page page = screen.page();
            page.onDialog(Dialog::accept);
            screen.open("/tasks/" + id);
            page.click("form[action$='/verification'] button");
            page.waitForSelector(".alert-success");
            assertThat(task(id).path("status").asText()).isEqualTo("VERIFIED");
            screen.assertNothingWentWrong();
        }
    }
}
