package org.jielian.supervision;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.CalendarState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;

/** A province with two cities, counties and units, as the register would tell it. Each test class has a province of its own. */
public final class Chain {
    private static final YearMonth EVER = YearMonth.of(2000, 1);

    public final String province;
    public final String city;
    public final String county;
    public final String secondCounty;
    public final String otherCity;
    public final String otherCounty;
    public final String unit;

    /**
     * Tells a chain and waits until the service knows it.
     *
     * @param prefix two digits
     */
    public static Chain told(String prefix) {
        Chain chain = new Chain(prefix);
        chain.tell();
        return chain;
    }

    private Chain(String prefix) {
        province = prefix + "0000";
        city = prefix + "1100";
        county = prefix + "1102";
        secondCounty = prefix + "1103";
        otherCity = prefix + "0100";
        otherCounty = prefix + "0106";
        unit = "11" + prefix + "1102TEST0001A1";
    }

    private void tell() {
        region(1, province, Tier.PROVINCE, null);
        region(1, city, Tier.CITY, province);
        region(1, county, Tier.COUNTY, city);
        region(1, secondCounty, Tier.COUNTY, city);
        region(1, otherCity, Tier.CITY, province);
        region(1, otherCounty, Tier.COUNTY, otherCity);
        for (String region : List.of(province, city, county, secondCounty, otherCity, otherCounty)) {
            calendar(1, region, EVER, 5, 0);
        }
        unit(unit, county, InstitutionType.AGENCY);
        for (String node : List.of(county, secondCounty, otherCounty, unit)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> isKnown(node));
        }
    }

    public static void region(long version, String code, Tier tier, String parent) {
        Facts.tell(
                RegionState.TOPIC,
                code,
                new RegionState(
                        code, version, "区域" + code, tier, List.of(new RegionState.Parentage(parent, EVER)), null));
    }

    /** From the month on, the region's units report by that day, and are late so many working days after it. */
    public static void calendar(long version, String region, YearMonth from, int unitDay, int graceDays) {
        Facts.tell(
                CalendarState.TOPIC,
                region,
                new CalendarState(
                        region, version, List.of(new CalendarState.Days(from, unitDay, 10, 15, 20, graceDays))));
    }

    public static void unit(String code, String region, InstitutionType type) {
        Facts.tell(
                UnitState.TOPIC,
                code,
                new UnitState(
                        code,
                        1,
                        "单位" + code,
                        List.of(new UnitState.Belonging(region, type, EVER)),
                        new BigDecimal("1000"),
                        40,
                        false,
                        UnitState.Heating.NONE,
                        null));
    }

    /** The operator is told that something does not exist only as long as it is not known. */
    public static boolean isKnown(String node) {
        return given().auth()
                        .oauth2(Tokens.operator())
                        .get("/api/releases?region=" + node)
                        .statusCode()
                == 200;
    }
}
