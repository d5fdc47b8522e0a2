package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jielian.acceptance.Way.Month;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/**
 * What was accepted or closed is changed by no way and by nobody but with a reason, or after the month was opened again. The calls are
 * random and the same each time; a failure names the call.
 */
@OnRunningSystem
class KeptMonthsIT {
    private static final String CITY = "330100";
    private static final String COUNTY = "330106";
    private static final String OTHER_COUNTY = "330105";
    /** Nobody else reports these. */
    private static final String ACCEPTED = "2026-05";

    private static final String CLOSED = "2026-06";
    private static final String CLOSED_WITHOUT_REPORT = "2026-07";
    private static final int CALLS = 80;

    private final Jielian jielian;
    private final String unit;

    KeptMonthsIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @Test
    void changeOnlyWithAReasonOrOnceTheyAreOpenAgain() {
        acceptOneMonthAndCloseTwo();
        takeNoWriteByAnyWayOrRoleWithoutAReason();
        takeACorrectionByEveryWayOnceItSaysWhy();
        takeWritesAgainOnceTheMonthIsOpen();
    }

    private void takeNoWriteByAnyWayOrRoleWithoutAReason() {
        String before = stored();
        Random random = new Random(20_260_601);
        List<String> people = List.of(unit, COUNTY, CITY, Jielian.PROVINCE, "operator", OTHER_COUNTY);
        List<String> months = List.of(ACCEPTED, CLOSED, CLOSED_WITHOUT_REPORT);
        for (int i = 0; i < CALLS; i++) {
            String person = pick(random, people);
            Month month = anyMonth(pick(random, months), random);
            if (random.nextInt(Way.values().length + 1) == 0) {
                String call = "withdrawal of " + month.period() + " by " + person;
                assertThat(withdrawn(person, month.period(), pick(random, List.of("", " "))))
                        .as(call)
                        .isFalse();
                assertThat(stored()).as(call).isEqualTo(before);
                continue;
            }
            Way way = pick(random, List.of(Way.values()));
            String call = way + " by " + person + " of " + month;
            assertThat(way.refusal(jielian, person, month)).as(call).isNotNull();
            assertThat(stored()).as(call).isEqualTo(before);
        }
    }

    private void takeACorrectionByEveryWayOnceItSaysWhy() {
        String difference = "";
        for (Way way : Way.values()) {
            Month month = sample(CLOSED)
                    .more("electricity_kwh", String.valueOf(1 + way.ordinal()))
                    .because("表计复核 meter read again");
            assertThat(way.refusal(jielian, unit, month)).as(way.name()).isNull();
            assertThat(jielian.report(unit, CLOSED)
                            .at("/quantities/electricityKwh")
                            .decimalValue())
                    .as(way.name())
                    .isEqualByComparingTo(month.figure("electricity_kwh"));
            String now = jielian.as(COUNTY)
                    .get(Service.METRICS, "/api/closings/" + COUNTY + "/" + CLOSED + "/differences")
                    .ok()
                    .text();
            assertThat(now).contains(unit).isNotEqualTo(difference);
            difference = now;
        }
    }

    private void takeWritesAgainOnceTheMonthIsOpen() {
        Month late = sample(CLOSED_WITHOUT_REPORT);
        jielian.as(COUNTY)
                .post(
                        Service.METRICS,
                        "/api/closings/" + COUNTY + "/" + CLOSED_WITHOUT_REPORT + "/reopening",
                        "{\"reason\": \"one unit was forgotten\"}")
                .ok();
        assertThat(Way.FORM.refusal(jielian, unit, late)).isNull();
        assertThat(jielian.as(Jielian.PROVINCE)
                        .get(Service.METRICS, "/api/closings/" + COUNTY + "/" + CLOSED_WITHOUT_REPORT)
                        .ok()
                        .text())
                .as("the province sees that the county opened it again, and why")
                .contains("one unit was forgotten");
    }

    private void acceptOneMonthAndCloseTwo() {
        assertThat(Way.CALL.refusal(jielian, unit, sample(ACCEPTED))).isNull();
        assertThat(Way.CALL.refusal(jielian, unit, sample(CLOSED))).isNull();
        jielian.as(COUNTY)
                .post(Service.METRICS, "/api/reports/" + unit + "/" + ACCEPTED + "/acceptance", "")
                .ok();
        jielian.settle("2026");
        for (String month : List.of(CLOSED, CLOSED_WITHOUT_REPORT)) {
            jielian.as(COUNTY)
                    .post(Service.METRICS, "/api/closings/" + COUNTY + "/" + month, "{}")
                    .ok();
        }
    }

    /** Another figure than the one that is there, with or without what may be left out. */
    private Month anyMonth(String period, Random random) {
        Month month = sample(period)
                .with("electricity_kwh", String.valueOf(5_000 + random.nextInt(90_000)))
                .because(pick(random, List.of("", "  ")));
        for (String optional : List.of("waste_sorted_kg", "food_waste_kg", "coal_kg", "heat_gj")) {
            if (random.nextBoolean()) month = month.without(optional);
        }
        return random.nextBoolean() ? month : month.because(null);
    }

    private boolean withdrawn(String person, String period, String reason) {
        int status = jielian.as(person)
                .post(
                        Service.METRICS,
                        "/api/reports/" + unit + "/" + period + "/withdrawal",
                        "{\"reason\": \"" + reason + "\"}")
                .status();
        assertThat(status).isLessThan(500);
        return status < 300;
    }

    private Month sample(String period) {
        return Month.of(jielian.sample(), unit, period);
    }

    /** The reports with their versions and times, what the county froze, and what its figures are. */
    private String stored() {
        String closing = "/api/closings/" + COUNTY + "/";
        return jielian.operator()
                        .get(Service.METRICS, "/api/reports/" + unit + "?from=2026-01&to=2026-12")
                        .ok()
                        .text()
                + jielian.as(COUNTY)
                        .get(Service.METRICS, closing + CLOSED)
                        .ok()
                        .json()
                        .path("frozen")
                + jielian.as(COUNTY)
                        .get(Service.METRICS, closing + CLOSED + "/differences")
                        .ok()
                        .text()
                + jielian.rollup(COUNTY, "2026").path("quantities");
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
