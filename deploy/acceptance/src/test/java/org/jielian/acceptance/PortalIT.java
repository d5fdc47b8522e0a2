package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.jielian.acceptance.Sample.Unit;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** The portals, as the person of each tier sees and uses them. */
@OnRunningSystem
@InBrowser
class PortalIT {
    private static final String CITY = "331100";
    private static final String COUNTY = "331102";
    private static final String OTHER_COUNTY = "331121";

    private final Jielian jielian;
    private final Browsers browsers;
    private final Unit unit;

    PortalIT(Jielian jielian, Browsers browsers) {
        this.jielian = jielian;
        this.browsers = browsers;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0);
    }

    @Test
    void leadFromTheProvinceDownToAUnitByClicking() {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            assertThat(screen.path()).startsWith("/province/" + PROVINCE);
            screen.open("/province/" + PROVINCE + "?period=2025");
            assertThat(screen.figure("electricity")).isEqualByComparingTo("890406765.28");
            assertThat(screen.text("#kpis")).contains("23,755").contains("24,000");
            assertThat(screen.page().locator("#children tbody tr").count()).isGreaterThanOrEqualTo(11);
            screen.page().waitForSelector("#trend-chart canvas");
            screen.shoot("province-home");

            screen.follow("丽水市");
            assertThat(screen.path()).startsWith("/city/" + CITY);
            screen.shoot("city-home");

            screen.follow("莲都区");
            assertThat(screen.path()).startsWith("/county/" + COUNTY);
            screen.shoot("county-home-from-above");

            screen.follow(unit.name());
            assertThat(screen.path()).startsWith("/unit/" + unit.code());
            assertThat(screen.text("h1")).contains(unit.name());
            screen.shoot("unit-home-from-above");

            screen.assertNothingWentWrong();
        }
    }

    @Test
    void sortTheRegionsBelow() {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            screen.open("/province/" + PROVINCE + "?period=2025");
            screen.page().click("#children thead th:nth-child(3) a");
            screen.page().waitForSelector("#children th[aria-sort=descending]");

            List<BigDecimal> column = screen
                    .page()
                    .locator("#children tbody tr:not(.row-total):not(.row-own) td:nth-child(3)")
                    .allTextContents()
                    .stream()
                    .map(text -> new BigDecimal(text.replace(",", "").strip()))
                    .toList();
            assertThat(column).hasSize(11).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            screen.assertNothingWentWrong();
        }
    }

    @Test
    void letACountySetWhatItsChecksGoBy() {
        String checks = "/county/" + COUNTY + "/checks";
        try (Screen screen = browsers.signedIn(COUNTY)) {
            screen.open(checks);
            screen.shoot("county-checks");
            screen.page().fill("[name='V05.tolerance']", "99");
            screen.page().click("form.report-form button.btn-primary");
            screen.page().waitForSelector("main .alert-danger");
            assertThat(screen.page().inputValue("[name='V05.tolerance']")).isEqualTo("99");
            screen.page().fill("[name='V05.tolerance']", "0.45");
            screen.page().click("form.report-form button.btn-primary");
            screen.page().waitForSelector("main .alert-success");
            screen.open(checks);
            assertThat(screen.page().inputValue("[name='V05.tolerance']")).isEqualTo("0.45");
            screen.page().fill("[name='V05.tolerance']", "");
            screen.page().click("form.report-form button.btn-primary");
            screen.page().waitForSelector("main .alert-success");
        }
    }

    @Test
    void showACountyWhoIsMissing() {
        String month = monthWithGaps();
        Set<String> missing = missing(month);
        try (Screen screen = browsers.signedIn(COUNTY)) {
            assertThat(screen.path()).startsWith("/county/" + COUNTY);
            screen.open("/county/" + COUNTY + "?period=" + month);

            assertThat(screen.page()
                            .locator("#missing .missing-list a[href^='/unit/']")
                            .allTextContents())
                    .containsExactlyInAnyOrderElementsOf(missing);
            assertThat(screen.page().locator("#heat tbody tr").count()).isPositive();
            screen.shoot("county-home");
            screen.open("/county/" + COUNTY + "/reporting?year=2025");
            screen.shoot("county-reporting");
            screen.open("/county/" + COUNTY + "/units");
            screen.shoot("county-units");
            screen.assertNothingWentWrong();
        }
    }

    /** A month of the sample that some unit of the county left out. */
    private String monthWithGaps() {
        return Stream.iterate(1, m -> m + 1)
                .limit(12)
                .map("2025-%02d"::formatted)
                .filter(month -> !missing(month).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Set<String> missing(String month) {
        Set<String> reported = jielian.sample().reports().stream()
                .filter(line -> line.contains("," + month + ","))
                .map(line -> line.substring(0, 18))
                .collect(Collectors.toSet());
        return jielian.sample().unitsOf(COUNTY).stream()
                .filter(u -> !reported.contains(u.code()))
                .map(Unit::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void letAUnitReportAMonthAndKeepWhatItTypedWhenSomethingIsWrong() {
        String month = "2022-08";
        try (Screen screen = browsers.signedIn(unit.code())) {
            assertThat(screen.path()).startsWith("/unit/" + unit.code());
            screen.open("/unit/" + unit.code() + "?month=" + month);
            Page page = screen.page();
            page.click(".plain-form > summary");
            screen.shoot("unit-form");
            page.fill("[name='quantities.electricityKwh']", "12O.50");
            page.fill("[name='quantities.waterM3']", "321.5");
            page.click(".report-form button.btn-primary");
            page.waitForSelector(".report-form .is-invalid");

            assertThat(page.inputValue("[name='quantities.electricityKwh']")).isEqualTo("12O.50");
            assertThat(page.inputValue("[name='quantities.waterM3']")).isEqualTo("321.5");
            assertThat(page.locator(".report-form .error").allTextContents()).isNotEmpty();
            screen.shoot("unit-form-with-an-error");
            // the answer 422 stands on the console, as it should
            screen.forgetTroubles();

            page.fill("[name='quantities.electricityKwh']", "120.50");
            page.click(".report-form button.btn-primary");
            page.waitForSelector(".alert-success");
            assertThat(page.textContent("body")).contains("已上报").contains("修改记录");
            screen.shoot("unit-reported");

            assertThat(jielian.report(unit.code(), month)
                            .at("/quantities/electricityKwh")
                            .decimalValue())
                    .isEqualByComparingTo("120.50");
            jielian.settle(month);
            assertThat(jielian.electricity(PROVINCE, month)).isEqualByComparingTo("120.50");

            withdraw(screen);
            jielian.settle(month);
            assertThat(jielian.rollup(PROVINCE, month)
                            .at("/quantities/electricityKwh")
                            .isNull())
                    .as("nothing is left of a month that was taken back")
                    .isTrue();
            screen.assertNothingWentWrong();
        }
    }

    private static void withdraw(Screen screen) {
        Page page = screen.page();
        page.onDialog(com.microsoft.playwright.Dialog::accept);
        page.click(".withdraw summary");
        page.fill("#why", "验收测试");
        page.click(".withdraw button");
        page.waitForSelector(".alert-success");
        assertThat(page.textContent("#month")).contains("已撤回");
    }

    @Test
    void speakEnglishToWhomAsksForIt() {
        try (Screen screen = browsers.signedIn(COUNTY)) {
            screen.open("/county/" + COUNTY + "?period=2025");
            assertThat(screen.page().getAttribute("html", "lang")).startsWith("zh");
            screen.follow("English");

            assertThat(screen.page().getAttribute("html", "lang")).startsWith("en");
            assertThat(screen.path()).startsWith("/county/" + COUNTY).contains("2025");
            screen.shoot("county-home-english");
            screen.open("/county/" + COUNTY + "/reporting?year=2025");
            assertThat(screen.page().getAttribute("html", "lang"))
                    .as("it stays so")
                    .startsWith("en");
            screen.assertNothingWentWrong();
        }
    }

    @Test
    void areOnlyToBeLookedAtFromAbove() {
        try (Screen screen = browsers.signedIn(CITY)) {
            screen.open("/county/" + COUNTY + "?period=2025");
            assertThat(screen.page().isVisible(".readonly")).isTrue();
            screen.open("/unit/" + unit.code() + "?month=2025-06");
            assertThat(screen.page().isVisible(".readonly")).isTrue();
            assertThat(screen.page().locator(".report-form, .withdraw").count()).isZero();
            screen.assertNothingWentWrong();
        }
    }

    @Test
    void refuseASidewaysAddressWithAPageThatLeadsBack() {
        try (Screen screen = browsers.signedIn(COUNTY)) {
            assertThat(screen.open("/county/" + OTHER_COUNTY).status()).isEqualTo(403);
            assertThat(screen.text("h1")).isEqualTo("无权访问");
            screen.shoot("refused");
            screen.follow("回到我的门户");
            assertThat(screen.path()).startsWith("/county/" + COUNTY);
        }
    }

    @Test
    void downloadTheTableAsItStandsWithNumbersThatAreNumbers() {
        try (Screen screen = browsers.signedIn(PROVINCE)) {
            screen.open("/province/" + PROVINCE + "?period=2025");

            List<Row> rows = screen.download("#children a.download");

            Row head = rows.stream()
                    .filter(row -> row.getCellText(0).equals("地区"))
                    .findFirst()
                    .orElseThrow();
            int electricity = head.stream()
                    .filter(cell -> cell != null && cell.getText().startsWith("用电量"))
                    .map(Cell::getColumnIndex)
                    .findFirst()
                    .orElseThrow();
            assertThat(number(rows, "合计", electricity)).isEqualByComparingTo("890406765.28");
            assertThat(number(rows, "丽水市", electricity))
                    .isEqualByComparingTo(jielian.electricity(CITY, "2025").setScale(2, RoundingMode.HALF_UP));
            screen.assertNothingWentWrong();
        }
    }

    private static BigDecimal number(List<Row> rows, String name, int column) {
        return rows.stream()
                .filter(row -> row.getCellText(0).equals(name))
                .findFirst()
                .orElseThrow()
                .getCellAsNumber(column)
                .orElseThrow();
    }

    @Test
    void giveTheOperatorAPlaceToBringFilesTo() {
        try (Screen screen = browsers.signedIn("operator")) {
            assertThat(screen.path()).startsWith("/operator");
            screen.shoot("operator");
            screen.assertNothingWentWrong();
        }
        assertThat(jielian.operator().get(Service.UNITS, "/q/health/ready").status())
                .isEqualTo(200);
    }
}
