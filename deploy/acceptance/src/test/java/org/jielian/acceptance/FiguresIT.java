package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jielian.acceptance.Jielian.PROVINCE;
import static org.jielian.acceptance.Jielian.YEAR;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jielian.acceptance.Sample.Region;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures after the first start, to the last decimal. */
@OnRunningSystem
class FiguresIT {
    private static final List<String> QUANTITIES = List.of(
            "electricityKwh",
            "waterM3",
            "naturalGasM3",
            "gasolineL",
            "dieselL",
            "heatGj",
            "coalKg",
            "wasteSortedKg",
            "foodWasteKg");

    /** Each of the six carriers is rounded to hundredths on its own. */
    private static final BigDecimal ROUNDED = new BigDecimal("0.03");

    private final Jielian jielian;

    FiguresIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @ParameterizedTest
    @CsvSource({
        "electricityKwh, 890406765.28",
        "waterM3, 30868324.84",
        "naturalGasM3, 14273751.15",
        "gasolineL, 4612203.22",
        "dieselL, 2189415.14",
        "heatGj, 68591.18",
        "coalKg, 1131751.89"
    })
    void giveTheProvinceItsYear(String quantity, BigDecimal sum) {
        assertThat(jielian.rollup(PROVINCE, YEAR)
                        .path("quantities")
                        .path(quantity)
                        .decimalValue())
                .isEqualByComparingTo(sum);
    }

    @Test
    void saySumsTogetherWithHowManyReportsTheyAreOf() {
        JsonNode units = jielian.rollup(PROVINCE, YEAR).path("units");

        assertThat(units.path("reported").asInt()).isEqualTo(23_755);
        assertThat(units.path("expected").asInt()).isEqualTo(24_000);
        assertThat(units.path("reviewed").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"headcount, 982378.25", "energyKgce, 139261460.11", "perCapita, 141.76", "perArea, 8.20"})
    void makeEnergyAndRatiosOfSums(String figure, BigDecimal value) {
        JsonNode year = jielian.rollup(PROVINCE, YEAR);

        assertThat(year.path("coefficientSet").asText()).isEqualTo("STAT");
        assertThat(year.path(figure).decimalValue().setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(value);
    }

    @Test
    void giveACityItsMonth() {
        JsonNode month = jielian.rollup("331100", "2025-12");

        assertThat(month.at("/units/reported").asInt()).isEqualTo(186);
        assertThat(month.at("/units/expected").asInt()).isEqualTo(187);
        assertThat(month.at("/quantities/electricityKwh").decimalValue()).isEqualByComparingTo("7865748.59");
    }

    @Test
    void ofEveryRegionAreTheSumOfTheReportsBelowIt() throws SQLException {
        Map<String, JsonNode> figures = new HashMap<>();
        figures.put(PROVINCE, jielian.rollup(PROVINCE, YEAR));
        children("").forEach(city -> figures.put(city.path("regionCode").asText(), city));
        children("&tier=COUNTY")
                .forEach(county -> figures.put(county.path("regionCode").asText(), county));
        List<Region> all = Stream.of(
                        Stream.of(jielian.sample().region(PROVINCE)),
                        jielian.sample().cities().stream(),
                        jielian.sample().counties().stream())
                .flatMap(s -> s)
                .toList();

        assertThat(figures).hasSameSizeAs(all);
        SoftAssertions softly = new SoftAssertions();
        try (Connection database = jielian.system().superuser(Service.METRICS.id())) {
            for (Region region : all) {
                softly.assertThat(told(figures.get(region.code())))
                        .as("%s %s", region.code(), region.name())
                        .isEqualTo(summed(database, region.code()));
            }
        }
        softly.assertAll();
    }

    /** Sums and counts of the reports themselves, by where the sample's files place their units. */
    private List<String> summed(Connection database, String region) throws SQLException {
        StringBuilder sql =
                new StringBuilder("select count(*), round(sum(headcount) / 12, 2), round(sum(floor_area) / 12, 2)");
        for (String quantity : QUANTITIES)
            sql.append(", sum((quantities ->> '").append(quantity).append("')::numeric)");
        sql.append(
                " from report where period between '2025-01' and '2025-12' and status <> 'WITHDRAWN' and unit_code = any (?)");
        Object[] units = jielian.sample().unitsBelow(region).stream()
                .map(Sample.Unit::code)
                .toArray();
        try (PreparedStatement statement = database.prepareStatement(sql.toString())) {
            statement.setArray(1, database.createArrayOf("text", units));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                List<String> sums = new ArrayList<>(List.of(row.getString(1)));
                for (int i = 2; i <= 3 + QUANTITIES.size(); i++) sums.add(plain(row.getBigDecimal(i)));
                return sums;
            }
        }
    }

    private static List<String> told(JsonNode rollup) {
        List<String> sums = new ArrayList<>(List.of(rollup.at("/units/reported").asText()));
        sums.add(plain(rollup.path("headcount").decimalValue()));
        sums.add(plain(rollup.path("floorArea").decimalValue()));
        for (String quantity : QUANTITIES)
            sums.add(plain(rollup.path("quantities").path(quantity).decimalValue()));
        return sums;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @Test
    void ofTheProvinceAreItsOwnUnitsAndItsCities() {
        JsonNode parts = jielian.as(PROVINCE)
                .get(Service.METRICS, "/api/rollups/330000/children?period=2025")
                .ok()
                .json();

        assertThat(parts.path("children")).hasSize(11);
        for (String quantity : QUANTITIES) {
            String pointer = "/quantities/" + quantity;
            BigDecimal sum = StreamSupport.stream(parts.path("children").spliterator(), false)
                    .map(city -> city.at(pointer).decimalValue())
                    .reduce(parts.path("own").at(pointer).decimalValue(), BigDecimal::add);
            assertThat(sum)
                    .as(quantity)
                    .isEqualByComparingTo(parts.path("region").at(pointer).decimalValue());
        }
        assertThat(parts.at("/own/units/expected").asInt())
                .isEqualTo(jielian.sample().unitsOf(PROVINCE).size() * 12);
    }

    @Test
    void ofMonthsTypesAndCarriersAddUpToTheYear() {
        BigDecimal year = jielian.electricity(PROVINCE, YEAR);

        assertThat(sumOf("/series?from=2025-01&to=2025-12")).isEqualByComparingTo(year);
        assertThat(sumOf("/types?period=2025")).isEqualByComparingTo(year);
        BigDecimal energy = items("/carriers?period=2025")
                .map(carrier -> carrier.path("energyKgce").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(energy).isCloseTo(new BigDecimal("139261460.11"), within(ROUNDED));
    }

    @Test
    void haveDigestsThatAgree() {
        assertThat(jielian.digest(PROVINCE, YEAR).path("agrees").asBoolean())
                .as(PROVINCE)
                .isTrue();
        for (Region city : jielian.sample().cities()) {
            assertThat(jielian.digest(city.code(), YEAR).path("agrees").asBoolean())
                    .as(city.name())
                    .isTrue();
        }
    }

    @Test
    void thatNobodyReportedAreAbsentAndNotZero() {
        JsonNode before = jielian.rollup(PROVINCE, "2026-10");

        assertThat(before.at("/quantities/electricityKwh").isNull()).isTrue();
        assertThat(before.path("energyKgce").isNull()).isTrue();
        assertThat(before.at("/units/expected").asInt()).isEqualTo(2_000);
    }

    private Stream<JsonNode> items(String path) {
        JsonNode items = jielian.as(PROVINCE)
                .get(Service.METRICS, "/api/rollups/330000" + path)
                .ok()
                .json()
                .path("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private BigDecimal sumOf(String path) {
        return items(path)
                .map(item -> item.at("/quantities/electricityKwh").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Stream<JsonNode> children(String tier) {
        JsonNode children = jielian.as(PROVINCE)
                .get(Service.METRICS, "/api/rollups/330000/children?period=2025" + tier)
                .ok()
                .json()
                .path("children");
        return StreamSupport.stream(children.spliterator(), false);
    }
}
