package org.jielian.metrics.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jielian.contracts.CalendarState;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class CalendarResourceTest {
    private static final String PROVINCE = Chain331102.PROVINCE;
    private static final String CITY = Chain331102.CITY;
    private static final String COUNTY = Chain331102.COUNTY;
    private static final YearMonth NOW = YearMonth.now(ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    /** A rule that says nothing takes back what was said. */
    @AfterEach
    void takeBack() {
        for (String region : new String[] {PROVINCE, CITY, COUNTY})
            put(region, "{}").statusCode(200);
    }

    private static ValidatableResponse put(String region, String body) {
        return putAs(Tokens.region(region), region, body);
    }

    private static ValidatableResponse putAs(String token, String region, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/calendar/" + region)
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/api/calendar/" + path).then();
    }

    @Test
    void saysWhenEverybodyIsDueByTheDefaults() {
        get(Tokens.region(COUNTY), COUNTY + "?year=2025")
                .statusCode(200)
                .body("level", equalTo("COUNTY"))
                .body("days.UNIT.value", equalTo(5))
                .body("days.UNIT.by", nullValue())
                .body("months", hasSize(12))
                .body("months[8].due.UNIT.date", equalTo("2025-10-09"))
                .body("months[8].due.UNIT.nominal", equalTo("2025-10-05"))
                .body("notices[0].notice", equalTo("国办发明电〔2024〕12号"));
        get(Tokens.region(COUNTY), COUNTY + "?year=2040").body("notices[0].notice", nullValue());
    }

    @Test
    void letsARegionSetTheDaysOfEverybodyBelowAndShowsWho() {
        put(PROVINCE, "{\"unitDay\": 7, \"graceDays\": 3, \"reason\": \"系统切换\"}")
                .statusCode(200)
                .body("own[-1].from", equalTo(NOW.toString()));
        put(CITY, "{\"countyDay\": 9}").statusCode(200);

        get(Tokens.region(COUNTY), COUNTY)
                .body("days.UNIT.value", equalTo(7))
                .body("days.UNIT.by.regionName", equalTo("浙江省"))
                .body("days.COUNTY.by.regionCode", equalTo(CITY))
                .body("grace.value", equalTo(3))
                .body("days.CITY.by", nullValue());
        get(Tokens.region(Chain331102.OTHER_CITY), Chain331102.OTHER_CITY)
                .body("days.UNIT.value", equalTo(7))
                .body("days.COUNTY.value", equalTo(10));
        get(Tokens.unit(Chain331102.SCHOOL), Chain331102.SCHOOL + "/" + NOW)
                .statusCode(200)
                .body("due", containsString(NOW.plusMonths(1) + "-"))
                .body("state", equalTo("OPEN"))
                .body("regionCode", equalTo(COUNTY));
    }

    @Test
    void tellsEveryRegionBelowWhatHoldsInItAndNothingTwice() {
        put(CITY, "{\"unitDay\": 8, \"countyDay\": 11, \"graceDays\": 2}").statusCode(200);
        CalendarState county = Facts.await(
                CalendarState.TOPIC,
                CalendarState.class,
                c -> c.regionCode().equals(COUNTY) && c.in(NOW).unitDay() == 8);
        assertThat(county.in(NOW)).isEqualTo(new CalendarState.Days(NOW, 8, 11, 15, 20, 2));
        assertThat(county.in(YearMonth.of(2025, 6)).unitDay()).isEqualTo(5);
        int told = Facts.rawOf(CalendarState.TOPIC, COUNTY).size();
        put(CITY, "{\"unitDay\": 8, \"countyDay\": 11, \"graceDays\": 2}").statusCode(200);
        put(COUNTY, "{\"graceDays\": 1}").statusCode(200);
        Facts.await(
                CalendarState.TOPIC,
                CalendarState.class,
                c -> c.regionCode().equals(COUNTY) && c.in(NOW).equals(new CalendarState.Days(NOW, 8, 11, 15, 20, 1)));
        assertThat(Facts.rawOf(CalendarState.TOPIC, COUNTY)).hasSize(told + 1);
    }

    @Test
    void leavesMonthsThatWereDueAlreadyAsTheyWere() {
        put(COUNTY, "{\"unitDay\": 3}").statusCode(200);
        get(Tokens.unit(Chain331102.SCHOOL), Chain331102.SCHOOL + "/2025-06").body("due", equalTo("2025-07-07"));
        put(COUNTY, "{\"from\": \"2025-06\", \"unitDay\": 3}").statusCode(400).body("errors[0].field", equalTo("from"));
        LocalDate lastDue =
                LocalDate.parse(get(Tokens.unit(Chain331102.SCHOOL), Chain331102.SCHOOL + "/" + NOW.minusMonths(1))
                        .extract()
                        .path("due"));
        boolean isOver = LocalDate.now(ZoneId.of("Asia/Shanghai")).isAfter(lastDue);
        put(COUNTY, "{\"from\": \"" + NOW.minusMonths(1) + "\"}").statusCode(isOver ? 400 : 200);
    }

    @Test
    void saysEverythingThatIsWrong() {
        put(COUNTY, "{\"cityDay\": 12, \"unitDay\": 31, \"graceDays\": -1}")
                .statusCode(400)
                .body("errors.field", org.hamcrest.Matchers.containsInAnyOrder("cityDay", "unitDay", "graceDays"));
        put(COUNTY, "{\"unitDay\": 12}").statusCode(400).body("errors[0].field", equalTo("countyDay"));
        get(Tokens.region(COUNTY), COUNTY).body("days.UNIT.value", equalTo(5));
        get(Tokens.region(COUNTY), COUNTY + "/2025-13").statusCode(400);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseSetMeanwhile() {
        put(COUNTY, "{\"unitDay\": 4}").statusCode(200);
        given().auth()
                .oauth2(Tokens.region(COUNTY))
                .contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body("{\"unitDay\": 6}")
                .put("/api/calendar/" + COUNTY)
                .then()
                .statusCode(412);
        get(Tokens.region(COUNTY), COUNTY).body("days.UNIT.value", equalTo(4));
    }

    @Test
    void showsTheYearOfAUnitMonthByMonth() {
        get(Tokens.unit(Chain331102.SCHOOL), Chain331102.SCHOOL + "/months?year=2025")
                .statusCode(200)
                .body("items", hasSize(12))
                .body("items[5].due", equalTo("2025-07-07"))
                .body("items[5].state", equalTo("LATE"))
                .body("items[5].explanation.zh", notNullValue());
    }

    @Test
    void refusesStrangersAndThoseWhoOnlyLook() {
        get(Tokens.region(Chain331102.OTHER_COUNTY), COUNTY).statusCode(403);
        get(Tokens.region(COUNTY), CITY).statusCode(403);
        get(Tokens.unit(Chain331102.HOSPITAL), Chain331102.SCHOOL + "/2025-06").statusCode(403);
        get(Tokens.region(PROVINCE), COUNTY).statusCode(200);
        putAs(Tokens.region(PROVINCE), COUNTY, "{\"unitDay\": 6}").statusCode(403);
        putAs(Tokens.region(Chain331102.OTHER_COUNTY), COUNTY, "{\"unitDay\": 6}")
                .statusCode(403);
        putAs(Tokens.of(COUNTY, "auditor"), COUNTY, "{\"unitDay\": 6}").statusCode(403);
        putAs(Tokens.unit(Chain331102.SCHOOL), COUNTY, "{\"unitDay\": 6}").statusCode(403);
    }
}
