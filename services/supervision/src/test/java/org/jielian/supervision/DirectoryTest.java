package org.jielian.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.Topics;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.Test;

/** The directory a service keeps of what {@code units} tells; shown here, where nothing else stands in the way. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DirectoryTest {
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static final YearMonth JULY = YearMonth.of(2025, 7);

    @Inject
    EntityManager em;

    @Inject
    DataSource database;

    @Inject
    InTheNameOf inTheNameOf;

    private static void region(long version, String code, RegionState.Parentage... parents) {
        Facts.tell(
                RegionState.TOPIC,
                code,
                new RegionState(code, version, "区域" + code, Tier.COUNTY, List.of(parents), null));
    }

    private static void unit(long version, String code, UnitState.Belonging... belongings) {
        Facts.tell(
                UnitState.TOPIC,
                code,
                new UnitState(
                        code,
                        version,
                        "单位",
                        List.of(belongings),
                        BigDecimal.TEN,
                        3,
                        true,
                        UnitState.Heating.GAS,
                        null,
                        UnitKind.KINDERGARTEN,
                        null));
    }

    private List<?> asSystem(String sql) {
        try {
            return inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                    .call(() -> em.createNativeQuery(sql).getResultList()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void eventually(String sql, Object... rows) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(asSystem(sql).toArray()).containsExactly(rows));
    }

    @Test
    void knowsWhereARegionStoodInEveryMonth() {
        region(1, "110000", new RegionState.Parentage(null, EVER));
        region(1, "110100", new RegionState.Parentage("110000", EVER));
        region(1, "110200", new RegionState.Parentage("110000", EVER));
        region(1, "110101", new RegionState.Parentage("110100", EVER), new RegionState.Parentage("110200", JULY));
        eventually("select path_in('110101', '2025-06')", "/110000/110100/110101/");
        eventually("select path_in('110101', '2025-07')", "/110000/110200/110101/");
        eventually("select path from known_region where code = '110101'", "/110000/110200/110101/");
    }

    @Test
    void placesAUnitThatIsToldBeforeItsRegion() {
        unit(1, "12110000TEST00001A", new UnitState.Belonging("120101", InstitutionType.SCHOOL, EVER));
        eventually("select name from known_unit where code = '12110000TEST00001A'", "单位");
        eventually(
                "select concat_ws(' ', heating, kind, level) from known_unit where code = '12110000TEST00001A'",
                "GAS KINDERGARTEN");
        region(1, "120000", new RegionState.Parentage(null, EVER));
        region(1, "120101", new RegionState.Parentage("120000", EVER));
        eventually(
                "select path from known_unit where code = '12110000TEST00001A'", "/120000/120101/12110000TEST00001A/");
    }

    @Test
    void placesAUnitThatIsLearntInTheSameMomentAsItsRegion() throws SQLException {
        try (Connection other = database.getConnection()) {
            // both learners come to a halt before they commit
            other.setAutoCommit(false);
            other.createStatement().execute("lock table node_path in share mode");
            region(1, "160000", new RegionState.Parentage(null, EVER));
            learnersWaiting(1);
            unit(1, "12160000TEST00001A", new UnitState.Belonging("160000", InstitutionType.SCHOOL, EVER));
            learnersWaiting(2);
            other.rollback();
        }
        eventually("select path from known_unit where code = '12160000TEST00001A'", "/160000/12160000TEST00001A/");
    }

    private void learnersWaiting(int expected) {
        eventually("select count(*) from pg_locks where not granted", (long) expected);
    }

    @Test
    void keepsTheNewestOfFactsThatComeLateOrTwice() {
        region(1, "130000", new RegionState.Parentage(null, EVER));
        region(1, "130101", new RegionState.Parentage("130000", EVER));
        var before = new UnitState.Belonging("130101", InstitutionType.SCHOOL, EVER);
        var after = new UnitState.Belonging("130000", InstitutionType.OTHER, JULY);
        unit(3, "12130000TEST00001A", before, after);
        unit(2, "12130000TEST00001A", before);
        unit(3, "12130000TEST00001A", before, after);
        unit(1, "12130000TEST00002B", before);
        eventually("select code from known_unit where code = '12130000TEST00002B'", "12130000TEST00002B");
        eventually(
                "select region_code || ' ' || from_month || ' ' || to_month from unit_belonging where unit_code ="
                        + " '12130000TEST00001A' order by from_month",
                "130101 2000-01 2025-07",
                "130000 2025-07 9999-12");
    }

    @Test
    void buriesWhatItCannotReadAndLivesOn() {
        Facts.tellRaw(RegionState.TOPIC, "140000", "{\"regionCode\": 12");
        region(1, "140001", new RegionState.Parentage(null, EVER));
        eventually("select path from known_region where code = '140001'", "/140001/");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Facts.rawOf(Topics.deadLetter("supervision"), "140000"))
                        .isNotEmpty()
                        .allSatisfy(letter -> assertThat(letter).contains("units.region.v1", "cause")));
    }

    @Test
    void showsNothingToAConnectionWithoutScope() {
        unit(1, "12150000TEST00001A", new UnitState.Belonging("150000", InstitutionType.SCHOOL, EVER));
        region(1, "150000", new RegionState.Parentage(null, EVER));
        eventually("select path from known_unit where code = '12150000TEST00001A'", "/150000/12150000TEST00001A/");
        List<?> unscoped = QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("select code from known_unit").getResultList());
        assertThat(unscoped).isEmpty();
    }
}
