package org.jielian.metrics.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.metrics.rollups.Chain.A.report;
import static org.jielian.metrics.rollups.Chain.START;
import static org.jielian.metrics.rollups.Chain.under;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jielian.contracts.ReportState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollupTopologyTest {
    private static final String PROVINCE = "330000";
    private static final String CITY = "331100";
    private static final String OTHER_CITY = "330100";
    private static final String COUNTY = "331102";
    private static final String JUNE = "2025-06";
    private static final String JULY = "2025-07";
    private static final Chain.A ONE = report("one", JUNE).in(COUNTY).electricity("100.25");

    private Chain chain;

    @BeforeEach
    void zhejiang() {
        chain = new Chain()
                .region(PROVINCE, (String) null)
                .region(CITY, PROVINCE)
                .region(OTHER_CITY, PROVINCE)
                .region(COUNTY, CITY);
    }

    @AfterEach
    void close() {
        chain.close();
    }

    @Test
    void carriesAReportUpToTheProvince() {
        chain.tell(ONE.submitted());
        for (String region : new String[] {COUNTY, CITY, PROVINCE}) {
            var live = chain.cell(region, JUNE).live();
            assertThat(live.quantities()).containsOnly(java.util.Map.entry("electricityKwh", new BigDecimal("100.25")));
            assertThat(live.reportedOf()).containsEntry("electricityKwh", 1L);
            assertThat(live.reports()).isOne();
            assertThat(live.headcount()).isEqualByComparingTo("10");
            assertThat(live.floorArea()).isEqualByComparingTo("100.5");
            assertThat(chain.cell(region, JUNE).reviewed()).isEqualTo(Adding.NOTHING);
            assertThat(chain.cell(region, JUNE).asOf()).isEqualTo(START.plusSeconds(1));
        }
    }

    @Test
    void addsTheReportsOfAllRegionsBelow() {
        chain.tell(ONE.submitted());
        chain.tell(report("two", JUNE).in(CITY).electricity("1").submitted());
        chain.tell(report("three", JUNE).in(PROVINCE).electricity("0.5").submitted());
        chain.tell(report("four", JUNE).in(OTHER_CITY).electricity("1000").submitted());
        assertThat(chain.electricity(COUNTY, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.electricity(CITY, JUNE)).isEqualByComparingTo("101.25");
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("1101.75");
        assertThat(chain.cell(PROVINCE, JUNE).live().reports()).isEqualTo(4);
    }

    @Test
    void acceptsACountyDirectlyUnderTheProvince() {
        chain.region("419001", PROVINCE).tell(ONE.in("419001").submitted());
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.cell(CITY, JUNE)).isNull();
    }

    @Test
    void replacesWhatWasReportedBeforeByACorrection() {
        chain.tell(ONE.submitted()).tell(ONE.version(2).electricity("90").submitted());
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("90");
        assertThat(chain.cell(PROVINCE, JUNE).live().reports()).isOne();
        assertThat(chain.cell(PROVINCE, JUNE).asOf()).isEqualTo(START.plusSeconds(2));
    }

    @Test
    void tellsNothingWhenAFactIsRepeated() {
        int before = chain.tell(ONE.submitted()).told();
        assertThat(chain.tell(ONE.submitted()).told()).isEqualTo(before);
    }

    @Test
    void ignoresAnOlderVersionThatComesLate() {
        chain.tell(ONE.version(3).electricity("3").submitted())
                .tell(ONE.version(2).electricity("2").submitted());
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("3");
    }

    @Test
    void forgetsAWithdrawnReport() {
        chain.tell(ONE.submitted()).tell(ONE.version(2).withdrawn());
        assertThat(chain.electricity(PROVINCE, JUNE)).isNull();
        assertThat(chain.cell(PROVINCE, JUNE).live()).isEqualTo(Adding.NOTHING);
    }

    @Test
    void countsAWithdrawnReportAgainOnceItIsSubmittedAgain() {
        chain.tell(ONE.submitted())
                .tell(ONE.version(2).withdrawn())
                .tell(ONE.version(3).submitted());
        assertThat(chain.electricity(CITY, JUNE)).isEqualByComparingTo("100.25");
    }

    @Test
    void countsNoReportThatBelongsNowhere() {
        chain.tell(ONE.submitted()).tell(ONE.version(2).in(null).submitted());
        assertThat(chain.electricity(PROVINCE, JUNE)).isNull();
    }

    @Test
    void addsAnAcceptedReportToTheReviewedLayerToo() {
        chain.tell(ONE.submitted()).tell(ONE.version(2).accepted());
        var province = chain.cell(PROVINCE, JUNE);
        assertThat(province.reviewed()).isEqualTo(province.live());
        assertThat(province.live().reports()).isOne();
    }

    @Test
    void takesACorrectedReportOutOfTheReviewedLayerUntilItIsAcceptedAgain() {
        chain.tell(ONE.accepted()).tell(ONE.version(2).electricity("7").submitted());
        assertThat(chain.cell(PROVINCE, JUNE).reviewed()).isEqualTo(Adding.NOTHING);
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("7");
    }

    @Test
    void letsAQuantityDisappearWithTheLastReportThatCarriesIt() {
        Chain.A withCoal = report("one", JUNE).in(COUNTY).with("coalKg", "5.10").electricity("1");
        chain.tell(withCoal.submitted());
        chain.tell(report("one", JUNE).version(2).in(COUNTY).electricity("1").submitted());
        assertThat(chain.cell(PROVINCE, JUNE).live().quantities()).containsOnlyKeys("electricityKwh");
        assertThat(chain.cell(PROVINCE, JUNE).live().reportedOf()).containsOnlyKeys("electricityKwh");
    }

    @Test
    void keepsAZeroThatWasReportedApartFromAFigureThatIsMissing() {
        chain.tell(report("one", JUNE).in(COUNTY).with("coalKg", "0.00").submitted());
        assertThat(chain.cell(PROVINCE, JUNE).live().quantities()).containsEntry("coalKg", BigDecimal.ZERO);
        assertThat(chain.cell(PROVINCE, JUNE).live().quantities()).doesNotContainKey("electricityKwh");
    }

    @Test
    void keepsNoTraceOfTheDecimalsOfAWithdrawnReport() {
        chain.tell(ONE.submitted())
                .tell(report("two", JUNE)
                        .in(COUNTY)
                        .electricity("1.123456789000")
                        .submitted())
                .tell(report("two", JUNE).version(2).in(COUNTY).withdrawn());
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualTo(new BigDecimal("100.25"));
    }

    @Test
    void movesAReportWithItsUnit() {
        chain.tell(ONE.submitted()).tell(ONE.version(2).in(OTHER_CITY).submitted());
        assertThat(chain.electricity(COUNTY, JUNE)).isNull();
        assertThat(chain.electricity(CITY, JUNE)).isNull();
        assertThat(chain.electricity(OTHER_CITY, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.cell(PROVINCE, JUNE).live().reports()).isOne();
    }

    @Test
    void leavesJuneWhereItWasWhenARegionMovesInJuly() {
        chain.tell(ONE.submitted());
        chain.tell(report("one", JULY).in(COUNTY).electricity("7").submitted());
        chain.region(COUNTY, under(CITY, "2000-01"), under(OTHER_CITY, JULY));
        assertThat(chain.electricity(CITY, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.electricity(OTHER_CITY, JUNE)).isNull();
        assertThat(chain.electricity(CITY, JULY)).isNull();
        assertThat(chain.electricity(OTHER_CITY, JULY)).isEqualByComparingTo("7");
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.electricity(PROVINCE, JULY)).isEqualByComparingTo("7");
        chain.tell(report("one", JULY).version(2).in(COUNTY).electricity("8").submitted());
        assertThat(chain.electricity(OTHER_CITY, JULY)).isEqualByComparingTo("8");
        assertThat(chain.electricity(CITY, JULY)).isNull();
    }

    @Test
    void takesReportsThatComeBeforeTheirRegionIsKnown() {
        chain.tell(ONE.in("331199").submitted());
        assertThat(chain.electricity("331199", JUNE)).isEqualByComparingTo("100.25");
        assertThat(chain.electricity(CITY, JUNE)).isNull();
        chain.region("331199", CITY);
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("100.25");
    }

    @Test
    void passesNothingUpForMonthsBeforeTheRegionExisted() {
        chain.region("331199", under(CITY, JULY)).tell(ONE.in("331199").submitted());
        assertThat(chain.electricity(CITY, JUNE)).isNull();
    }

    @Test
    void doesNotRunForeverWhenRegionsStandInACircle() {
        chain.region(PROVINCE, COUNTY).tell(ONE.submitted());
        assertThat(chain.told()).isLessThan(3 * Hops.LIMIT);
        chain.region(PROVINCE, (String) null);
        for (String region : new String[] {COUNTY, CITY, PROVINCE}) {
            assertThat(chain.electricity(region, JUNE)).as(region).isEqualByComparingTo("100.25");
            assertThat(chain.cell(region, JUNE).live().reports()).as(region).isOne();
        }
    }

    @Test
    void laysAsideWhatItCannotReadAndGoesOn() {
        byte[] broken = "{\"unitCode\":\"one\",".getBytes(StandardCharsets.UTF_8);
        byte[] incomplete = "{\"unitCode\":\"one\"}".getBytes(StandardCharsets.UTF_8);
        chain.tell(new TestRecord<>("one/" + JUNE, broken)).tell(new TestRecord<>("one/" + JUNE, incomplete));
        chain.tell(ONE.submitted());
        assertThat(chain.electricity(PROVINCE, JUNE)).isEqualByComparingTo("100.25");
        var letters = chain.deadLetters();
        assertThat(letters).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.path("topic").asText()).isEqualTo(ReportState.TOPIC);
            assertThat(letter.path("key").asText()).isEqualTo("one/" + JUNE);
            assertThat(letter.path("cause").asText()).isNotBlank();
        });
        assertThat(letters.get(0).path("value").asText()).isEqualTo(new String(broken, StandardCharsets.UTF_8));
    }

    @Test
    void continuesTheTraceOfTheReportUpToTheProvince() {
        var headers = new RecordHeaders().add("traceparent", "00-ab-cd-01".getBytes(StandardCharsets.UTF_8));
        chain.tell(new TestRecord<>("one/" + JUNE, Chain.bytes(ONE.submitted()), headers, START));
        var told = chain.lastTold();
        assertThat(told.value().regionCode()).isEqualTo(PROVINCE);
        assertThat(told.headers().lastHeader("traceparent").value()).asString().isEqualTo("00-ab-cd-01");
        assertThat(told.headers().lastHeader("ce_id").value()).asString().startsWith(told.key() + "/");
        assertThat(told.headers().lastHeader("hops")).isNull();
    }
}
