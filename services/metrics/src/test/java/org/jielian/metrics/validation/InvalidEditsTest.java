package org.jielian.metrics.validation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is refused leaves every stored value as it was: random reports that each break something, brought in by every way there is. The
 * choice is random and the same each time; a failure names the edit.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class InvalidEditsTest {
    private static final String UNIT = "12331102T3CRH4CM96";
    private static final String YEAR = "2026";
    private static final int EDITS = 12;
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static final Map<String, String> COLUMNS = Map.of(
            "electricityKwh", "electricity_kwh",
            "electricityCost", "electricity_cost",
            "waterM3", "water_m3",
            "gasolineL", "gasoline_l",
            "gasolineVehicleL", "gasoline_vehicle_l",
            "vehicleTotal", "vehicle_total",
            "headcount", "headcount",
            "floorArea", "floor_area_m2");

    /** The ways a report comes in. */
    enum Way {
        CALL(0),
        CSV(2),
        XLSX(3);

        private final int seed;

        Way(int seed) {
            this.seed = seed;
        }
    }

    /** A way to spoil a good report. */
    private interface Spoiling {
        void spoil(Map<String, String> figures, Random random);
    }

    private static final Map<String, Spoiling> SPOILINGS = new LinkedHashMap<>();

    static {
        SPOILINGS.put("negative", (f, r) -> f.put(any(f, r), "-" + (1 + r.nextInt(9_999))));
        SPOILINGS.put(
                "words", (f, r) -> f.put(any(f, r), pick(r, "无", "12O.5", "1.2.3", "约120", "#REF!", "1,200", "1e5")));
        SPOILINGS.put("five decimals", (f, r) -> f.put(any(f, r), r.nextInt(999) + ".12345"));
        SPOILINGS.put("too long", (f, r) -> f.put(any(f, r), "9".repeat(13 + r.nextInt(30))));
        SPOILINGS.put("nobody", (f, r) -> f.put("headcount", pick(r, "0", "0.00", "")));
        SPOILINGS.put("no area", (f, r) -> f.put("floorArea", pick(r, "0", "")));
        SPOILINGS.put("part above whole", (f, r) -> f.put("gasolineVehicleL", String.valueOf(500 + r.nextInt(500))));
        SPOILINGS.put("unexplained price", (f, r) -> f.put("electricityCost", pick(r, "0.4", "90000", "0")));
        SPOILINGS.put("unexplained vehicles", (f, r) -> f.put("vehicleTotal", "0"));
        SPOILINGS.put("nothing at all", (f, r) -> f.keySet()
                .forEach(name -> f.compute(name, (n, v) -> n.equals("headcount") || n.equals("floorArea") ? v : "")));
    }

    @BeforeEach
    void aYearIsStored() {
        Chain331102.tell();
        Chain331102.unit(
                1,
                UNIT,
                UNIT,
                InstitutionType.SCHOOL,
                new UnitState.Belonging(Chain331102.COUNTY, InstitutionType.SCHOOL, EVER));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(Tokens.operator()).get("/api/reports/" + UNIT).statusCode() == 200);
        for (int month = 1; month <= 9; month++)
            assertThat(call(good(month), month).statusCode()).isIn(200, 201);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void changeNothingThatIsStored(Way way) throws IOException {
        Random random = new Random(way.seed);
        String before = stored();
        List<String> kinds = new ArrayList<>(SPOILINGS.keySet());
        for (int i = 0; i < EDITS; i++) {
            int month = 1 + random.nextInt(9);
            String kind = kinds.get(i % kinds.size());
            Map<String, String> figures = good(month);
            // something that would be a change if it were taken
            figures.put("waterM3", String.valueOf(70 + random.nextInt(20)) + ".5");
            SPOILINGS.get(kind).spoil(figures, random);
            String edit = way + " " + YEAR + "-0" + month + " " + kind + " " + figures;
            refused(way, figures, month, edit);
            assertThat(stored()).as(edit).isEqualTo(before);
        }
    }

    private static Map<String, String> good(int month) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("electricityKwh", String.valueOf(4_000 + month));
        figures.put("electricityCost", String.valueOf(3_000 + month));
        figures.put("waterM3", String.valueOf(60 + month));
        figures.put("gasolineL", String.valueOf(200 + month));
        figures.put("gasolineVehicleL", String.valueOf(100 + month));
        figures.put("vehicleTotal", "2");
        figures.put("headcount", "40");
        figures.put("floorArea", "1000");
        return figures;
    }

    private static void refused(Way way, Map<String, String> figures, int month, String edit) throws IOException {
        switch (way) {
            case CALL -> assertThat(call(figures, month).statusCode()).as(edit).isIn(400, 422);
            case CSV ->
                assertThat(imported(csv(figures, month)).jsonPath().getInt("refused"))
                        .as(edit)
                        .isEqualTo(1);
            case XLSX ->
                assertThat(imported(xlsx(figures, month)).jsonPath().getInt("refused"))
                        .as(edit)
                        .isEqualTo(1);
        }
    }

    private static Response call(Map<String, String> figures, int month) {
        return as(Tokens.unit(UNIT)).body(json(figures)).put("/api/reports/{unit}/{period}", UNIT, YEAR + "-0" + month);
    }

    private static Response imported(byte[] file) {
        return given().auth()
                .oauth2(Tokens.region(Chain331102.COUNTY))
                .contentType("text/csv")
                .body(file)
                .post("/api/reports/import");
    }

    private static String json(Map<String, String> figures) {
        String quantities = figures.entrySet().stream()
                .filter(f -> !f.getKey().equals("headcount") && !f.getKey().equals("floorArea"))
                .map(f -> "\"" + f.getKey() + "\": \"" + f.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return "{\"quantities\": {%s}, \"headcount\": \"%s\", \"floorArea\": \"%s\", \"reason\": \"更正\"}"
                .formatted(quantities, figures.get("headcount"), figures.get("floorArea"));
    }

    private static byte[] csv(Map<String, String> figures, int month) {
        String header = "unit_code,period," + String.join(",", columns(figures));
        String row = UNIT + "," + YEAR + "-0" + month + ","
                + figures.values().stream().map(v -> '"' + v + '"').collect(Collectors.joining(","));
        return (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xlsx(Map<String, String> figures, int month) throws IOException {
        List<String> header = new ArrayList<>(List.of("unit_code", "period"));
        header.addAll(columns(figures));
        List<Object> row = new ArrayList<>(List.of(UNIT, YEAR + "-0" + month));
        row.addAll(figures.values());
        var file = new ByteArrayOutputStream();
        XlsxTable.write(file, "reports", header, List.of(row).iterator());
        return file.toByteArray();
    }

    private static List<String> columns(Map<String, String> figures) {
        return figures.keySet().stream().map(COLUMNS::get).toList();
    }

    /** Everything that is stored of the year, with the version, which every change raises, and the time of each month. */
    private static String stored() {
        return as(Tokens.unit(UNIT))
                .get("/api/reports/{unit}?from=2026-01&to=2026-12", UNIT)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String any(Map<String, String> figures, Random random) {
        return pick(random, figures.keySet().toArray(String[]::new));
    }

    private static String pick(Random random, String... of) {
        return Arrays.asList(of).get(random.nextInt(of.length));
    }
}
