package org.jielian.metrics;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;

/** A small chain as the register would tell it: a province, two cities, counties and units. */
public final class Chain331102 {
    public static final String PROVINCE = "330000";
    public static final String CITY = "331100";
    public static final String COUNTY = "331102";
    public static final String OTHER_CITY = "330100";
    public static final String OTHER_COUNTY = "330106";
    public static final String SCHOOL = "113300000000000199";
    public static final String HOSPITAL = "12330106MB0000035W";
    public static final String AGENCY = "11330000TX64CNT09A";
    public static final String ELSEWHERE = "134100000000000432";
    private static final YearMonth EVER = YearMonth.of(2000, 1);

    private static boolean told;

    /** Tells the chain, once for all tests, and waits until the service knows it. */
    public static synchronized void tell() {
        if (told) return;
        region(1, PROVINCE, "浙江省", Tier.PROVINCE, null);
        region(1, CITY, "丽水市", Tier.CITY, PROVINCE);
        region(1, COUNTY, "莲都区", Tier.COUNTY, CITY);
        region(1, OTHER_CITY, "杭州市", Tier.CITY, PROVINCE);
        region(1, OTHER_COUNTY, "西湖区", Tier.COUNTY, OTHER_CITY);
        unit(
                1,
                SCHOOL,
                "莲都区第一中学",
                InstitutionType.SCHOOL,
                new UnitState.Belonging(COUNTY, InstitutionType.SCHOOL, EVER));
        unit(
                1,
                HOSPITAL,
                "丽水市人民医院",
                InstitutionType.HOSPITAL,
                new UnitState.Belonging(CITY, InstitutionType.HOSPITAL, EVER));
        unit(
                1,
                AGENCY,
                "浙江省人民政府办公厅",
                InstitutionType.AGENCY,
                new UnitState.Belonging(PROVINCE, InstitutionType.AGENCY, EVER));
        unit(
                1,
                ELSEWHERE,
                "西湖区财政局",
                InstitutionType.AGENCY,
                new UnitState.Belonging(OTHER_COUNTY, InstitutionType.AGENCY, EVER));
        for (String unit : List.of(SCHOOL, HOSPITAL, AGENCY, ELSEWHERE)) awaitUnit(unit);
        told = true;
    }

    public static void region(long version, String code, String name, Tier tier, String parent) {
        var fact = new RegionState(code, version, name, tier, List.of(new RegionState.Parentage(parent, EVER)), null);
        Facts.tell(RegionState.TOPIC, code, fact);
    }

    public static void unit(
            long version, String code, String name, InstitutionType type, UnitState.Belonging... belongings) {
        var fact = new UnitState(
                code,
                version,
                name,
                List.of(belongings),
                new BigDecimal("1000.50"),
                40,
                false,
                UnitState.Heating.NONE,
                null);
        Facts.tell(UnitState.TOPIC, code, fact);
    }

    /** The service knows a unit once the operator is told that it has no report, rather than that there is no such unit. */
    private static void awaitUnit(String code) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().auth()
                                .oauth2(Tokens.operator())
                                .get("/api/reports/" + code)
                                .statusCode()
                        == 200);
    }

    private Chain331102() {}
}
