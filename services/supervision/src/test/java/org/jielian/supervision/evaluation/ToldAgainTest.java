package org.jielian.supervision.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Only what is newer than what is known is news: told from the start again, nothing has to be evaluated again. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ToldAgainTest {
    private static final String REGION = "701102";
    private static final String UNIT = "11701102TEST0001A1";
    private static final YearMonth MONTH = YearMonth.of(2025, 3);
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    Copies copies;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    private <T> T asSystem(Supplier<T> work) throws Exception {
        return inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static ReportState report(String unit, long version, String kwh) {
        return new ReportState(
                unit,
                MONTH,
                version,
                ReportState.Status.SUBMITTED,
                new ReportState.CountsIn(REGION, InstitutionType.AGENCY),
                Map.of("electricityKwh", new BigDecimal(kwh)),
                BigDecimal.valueOf(40),
                BigDecimal.valueOf(1000),
                AT);
    }

    private static RollupState cell(YearMonth month, long version) {
        var sums = new RollupState.Sums(
                Map.of("electricityKwh", BigDecimal.TEN),
                Map.of("electricityKwh", 1L),
                1,
                BigDecimal.valueOf(40),
                BigDecimal.valueOf(1000));
        return new RollupState(REGION, month, InstitutionType.AGENCY, version, sums, sums, AT);
    }

    @Test
    void aReportThatIsNotNewerIsNoNews() throws Exception {
        ReportState second = report(UNIT, 2, "200");
        ReportState ofAnother = report("11701102TEST0002B2", 1, "300");

        assertThat(asSystem(() -> copies.keepReports(List.of(second)))).containsExactly(second);
        assertThat(asSystem(() -> copies.keepReports(List.of(second)))).isEmpty();
        assertThat(asSystem(() -> copies.keepReports(List.of(report(UNIT, 1, "100"), ofAnother))))
                .containsExactly(ofAnother);
        assertThat(asSystem(() -> em.createNativeQuery(
                                "select quantities ->> 'electricityKwh' from report_copy where unit_code = ?1")
                        .setParameter(1, UNIT)
                        .getSingleResult()))
                .isEqualTo("200");
    }

    @Test
    void aTotalThatIsNotNewerIsNoNews() throws Exception {
        RollupState march = cell(MONTH, 2);
        RollupState april = cell(MONTH.plusMonths(1), 1);

        assertThat(asSystem(() -> copies.keepCells(List.of(march)))).containsExactly(march);
        assertThat(asSystem(() -> copies.keepCells(List.of(march, april)))).containsExactly(april);
    }
}
