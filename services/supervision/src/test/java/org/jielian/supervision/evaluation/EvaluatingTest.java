package org.jielian.supervision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.supervision.evaluation.Facts2025.QUOTA;
import static org.jielian.supervision.evaluation.Facts2025.agency;
import static org.jielian.supervision.evaluation.Facts2025.months;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.supervision.evaluation.Evaluating.Rules;
import org.jielian.supervision.evaluation.Missing.Code;
import org.jielian.supervision.evaluation.Result.Figure;
import org.jielian.supervision.evaluation.Result.TargetPosition;
import org.jielian.supervision.standards.Packages;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand with the Shandong rows: agency below city, zone B. */
class EvaluatingTest {
    private static final Rules SHIPPED = new Rules("JNJG", "330000/JNJG/1", Packages.shipped(), QUOTA);

    private static Map<String, BigDecimal> use(String... pairs) {
        Map<String, BigDecimal> use = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) use.put(pairs[i], new BigDecimal(pairs[i + 1]));
        return use;
    }

    private static Result of(Subject subject) {
        return Evaluating.of(subject, SHIPPED, 2025);
    }

    @Test
    void comparesRatiosMadeOfSumsWithTheRightRow() {
        // 10000 kWh a month: 120000 kWh x 0.31 = 37200 kgce; by 40 people 930; by 1000 m2 37.2
        Result result = of(agency("NONE", 12, use("electricityKwh", "10000", "waterM3", "50"), 40, 1000));
        Figure perHead = result.figure(Indicator.E_CAP);
        assertThat(perHead.value()).isEqualTo(new BigDecimal("930.0000"));
        assertThat(perHead.quota()).isEqualTo("AGENCY.BELOW_CITY.B.*/E_CAP");
        assertThat(perHead.band()).isEqualTo(Band.WITHIN_CONSTRAINT);
        // 930 - 828.9
        assertThat(perHead.next().band()).isEqualTo(Band.WITHIN_BASELINE);
        assertThat(perHead.next().less()).isEqualByComparingTo("101.1");
        Figure area = result.figure(Indicator.E_AREA_NONHEAT);
        assertThat(area.value()).isEqualByComparingTo("37.2");
        assertThat(area.band()).isEqualTo(Band.ABOVE_CONSTRAINT);
        assertThat(area.next().less()).isEqualByComparingTo("16.4");
        assertThat(result.figure(Indicator.EL_AREA).value()).isEqualByComparingTo("120");
        // 600 m3 by 40 people
        assertThat(result.figure(Indicator.W_CAP).value()).isEqualByComparingTo("15");
        assertThat(result.figure(Indicator.W_CAP).band()).isEqualTo(Band.WITHIN_GENERAL);
        assertThat(result.figure(Indicator.CO2_AREA).value()).isEqualByComparingTo("64.392");
        assertThat(result.provisional()).isFalse();
        assertThat(result.basis()).isEqualTo(new Result.Basis("330000/JNJG/1", "QUOTA", 1L, "2020"));
    }

    @Test
    void takesHeatingAndTransportOffWhereTheyAreKnown() {
        var use = use("electricityKwh", "1000", "heatGj", "10", "gasolineL", "100");
        // 12000 x 0.31 / 1000 m2; 120 GJ of heat and all gasoline are left out
        Figure district = of(agency("DISTRICT", 12, use, 40, 1000)).figure(Indicator.E_AREA_NONHEAT);
        assertThat(district.value()).isEqualByComparingTo("3.72");
        assertThat(district.notes()).extracting(Result.Note::code).containsExactly("FUEL_TAKEN_AS_TRANSPORT");
        Figure gas = of(agency("GAS", 12, use, 40, 1000)).figure(Indicator.E_AREA_NONHEAT);
        assertThat(gas.value()).isNull();
        assertThat(gas.missing().code()).isEqualTo(Code.HEATING_UNKNOWN);
    }

    @Test
    void liesWithinALimitItMeetsExactlyAndAboveOneItMissesByLessThanIsShown() {
        // 1293.4 x 40 people = 51736 kgce = 166890.32258... kWh of 0.31; gas of 1.2143 makes it exact: 51736 / 12 /
        // 0.31 is periodic
        var exactly = use("heatGj", "0", "electricityKwh", "13907.526881720430");
        Figure below = of(agency("NONE", 12, exactly, 40, 1000)).figure(Indicator.E_CAP);
        assertThat(below.value()).isEqualByComparingTo("1293.4");
        assertThat(below.band()).isEqualTo(Band.WITHIN_CONSTRAINT);
        var above = use("electricityKwh", "13907.526881720431");
        Figure over = of(agency("NONE", 12, above, 40, 1000)).figure(Indicator.E_CAP);
        assertThat(over.value()).isEqualByComparingTo("1293.4");
        assertThat(over.band()).isEqualTo(Band.ABOVE_CONSTRAINT);
    }

    @Test
    void neverBlowsAPartOfAYearUpToAYear() {
        Result part = of(agency("NONE", 3, use("electricityKwh", "10000"), 40, 1000));
        // 30000 kWh x 0.31 / 40
        assertThat(part.figure(Indicator.E_CAP).value()).isEqualByComparingTo("232.5");
        assertThat(part.provisional()).isTrue();
        assertThat(part.monthsReported()).isEqualTo(3);
        assertThat(part.monthsExpected()).isEqualTo(12);
    }

    @Test
    void saysWhyAFigureOrQuotaIsMissing() {
        Result nothing = of(agency("NONE", 12, use("electricityKwh", "1"), 0, 0));
        assertThat(nothing.figure(Indicator.E_CAP).value()).isNull();
        assertThat(nothing.figure(Indicator.W_CAP).missing().code()).isEqualTo(Code.NOT_REPORTED);
        assertThat(missing("SCHOOL", null, null, List.of("331102", "330000"))).isEqualTo(Code.KIND_UNKNOWN);
        assertThat(missing("HOSPITAL", null, null, List.of("331102", "330000"))).isEqualTo(Code.LEVEL_UNKNOWN);
        assertThat(missing("HOSPITAL", "HOSPITAL", "GRADE_2", List.of("999999")))
                .isEqualTo(Code.ZONE_UNKNOWN);
        assertThat(missing("OTHER", "STADIUM", null, List.of("330000"))).isEqualTo(Code.NO_QUOTA);
        assertThat(missing("HOSPITAL", "HOSPITAL", "GRADE_2", List.of("331102", "330000")))
                .isNull();
    }

    private static Code missing(String type, String kind, String level, List<String> lineage) {
        Subject subject = new Subject(
                "U",
                true,
                "331102",
                type,
                kind,
                level,
                "COUNTY",
                "NONE",
                lineage,
                12,
                Map.of(2025, months(12, use("electricityKwh", "100"), 40, 1000)));
        Missing missing = of(subject).figure(Indicator.E_CAP).missing();
        return missing == null ? null : missing.code();
    }

    @Test
    void measuresADeclineAgainstTheBaseYearAndGivesPoints() {
        Subject subject = new Subject(
                "U",
                true,
                "331102",
                "AGENCY",
                null,
                null,
                "COUNTY",
                "NONE",
                List.of("330000"),
                12,
                Map.of(
                        2020, months(12, use("electricityKwh", "10000"), 40, 1000),
                        2025, months(12, use("electricityKwh", "9700"), 40, 1000)));
        Result result = of(subject);
        TargetPosition target = result.targets().stream()
                .filter(t -> t.indicator() == Indicator.E_CAP)
                .findFirst()
                .orElseThrow();
        assertThat(target.decline()).isEqualByComparingTo("3");
        assertThat(target.rate()).isEqualByComparingTo("50");
        assertThat(target.met()).isFalse();
        assertThat(points(result, "A2")).isEqualByComparingTo("1.5");
        // 9700 x 12 x 0.31 / 40 = 902.1: within the constraint, 60 % of 2
        assertThat(points(result, "A4")).isEqualByComparingTo("1.2");
        Result without = of(agency("NONE", 12, use("electricityKwh", "9700"), 40, 1000));
        assertThat(without.targets().get(1).missing().code()).isEqualTo(Code.NO_BASE_YEAR);
    }

    private static BigDecimal points(Result result, String item) {
        return result.points().stream()
                .filter(p -> p.item().equals(item))
                .findFirst()
                .orElseThrow()
                .points();
    }
}
