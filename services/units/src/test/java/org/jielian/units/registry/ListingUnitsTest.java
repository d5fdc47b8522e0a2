package org.jielian.units.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jielian.testkit.Backends;
import org.jielian.units.Codes;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ListingUnitsTest {
    /** A county of its own, so that other tests' institutions do not disturb the counts. */
    private static final String COUNTY = "331181";

    @BeforeEach
    void registerSeven() {
        Province.plant();
        Province.importRegions("code,name,level,parent_code\n" + COUNTY + ",龙泉市,COUNTY,331100\n")
                .statusCode(200);
        if (page("").getInt("total") == 7) return;
        StringBuilder file = new StringBuilder(Province.HEADER);
        String[] names = {"张村小学", "龙泉市财政局", "安仁医院", "龙泉市图书馆", "八都小学", "龙泉市教育局", "中心医院"};
        String[] types = {"SCHOOL", "AGENCY", "HOSPITAL", "OTHER", "SCHOOL", "AGENCY", "HOSPITAL"};
        for (int i = 0; i < names.length; i++) {
            file.append("%s,%s,%s,%s,%d.50,%d,false,NONE%n"
                    .formatted(Codes.next(), names[i], types[i], COUNTY, 100 * (i % 3), 10 * i));
        }
        Province.importUnits(Province.operator(), file.toString()).body("added", equalTo(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "-name",
                "code",
                "-code",
                "type",
                "-type",
                "regionCode",
                "floorArea",
                "-floorArea",
                "headcount",
                "-headcount"
            })
    void turnsEveryPageInEveryOrderWithoutLossOrRepetition(String sort) {
        List<String> codes = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = page("&limit=2&sort=" + sort + "&cursor=" + cursor);
            assertThat(page.getInt("total")).isEqualTo(7);
            codes.addAll(page.getList("items.code"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(codes).hasSize(7).doesNotHaveDuplicates();
        assertThat(codes).isEqualTo(page("&sort=" + sort).getList("items.code"));
    }

    @Test
    void sortsNamesByPinyin() {
        List<String> names = page("&sort=name").getList("items.name");

        assertThat(names)
                .isSortedAccordingTo(Comparator.comparing((String n) -> n, Collator.getInstance(Locale.CHINA)));
        assertThat(names.get(0)).isEqualTo("安仁医院");
    }

    @Test
    void sortsNumbersAsNumbers() {
        List<Object> areas = page("&sort=-floorArea").getList("items.floorArea");

        assertThat(areas.stream().map(a -> new BigDecimal(a.toString())).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void findsPartsOfNamesAndBeginningsOfCodes() {
        assertThat(page("&search=小学").getInt("total")).isEqualTo(2);
        String code = page("&search=图书馆").getString("items[0].code");
        assertThat(page("&search=" + code.substring(0, 16).toLowerCase(Locale.ROOT))
                        .getList("items.code"))
                .contains(code);
        assertThat(page("&search=%25").getInt("total")).isZero();
    }

    @Test
    void filtersByTypeAndNearness() {
        Province.person("331100")
                .get("/api/units?region=%s&type=AGENCY".formatted(COUNTY))
                .then()
                .body("total", equalTo(2))
                .body("items.type", everyItem(equalTo("AGENCY")));
        Province.person("331100")
                .get("/api/units?region=331100&direct=true&search=龙泉")
                .then()
                .body("total", equalTo(0));
        Province.person("331100")
                .get("/api/units?region=331100&search=龙泉")
                .then()
                .body("total", equalTo(3))
                .body("items.regionName", everyItem(equalTo("龙泉市")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=colour", "type=BANK", "status=ASLEEP", "cursor=%21%21", "limit=many"})
    void refusesWhatItDoesNotUnderstand(String parameter) {
        int status = Province.person("331100")
                .urlEncodingEnabled(false)
                .get("/api/units?" + parameter)
                .statusCode();

        assertThat(status).isBetween(400, 404);
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        String cursor = page("&limit=1&sort=name").getString("next");

        Province.person("331100")
                .get("/api/units?sort=headcount&cursor=" + cursor)
                .then()
                .statusCode(400);
    }

    private static JsonPath page(String parameters) {
        return Province.person("331100")
                .get("/api/units?region=" + COUNTY + parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
