package org.jielian.portal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void spansAreWrittenAndReadTheSameWay() {
        for (String text : List.of("2025", "2025-06", "2025-01..2025-06")) {
            assertThat(Span.parse(text).text()).isEqualTo(text);
        }
        assertThat(Span.yearToDate(YearMonth.of(2025, 12))).isEqualTo(Span.year(2025));
        assertThat(Span.parse("2025-01..2025-06").yearBefore().text()).isEqualTo("2024-01..2024-06");
        assertThat(Span.parse("2025-01..2025-06").label(Words.in(Language.ZH))).isEqualTo("2025年1月至2025年6月");
    }

    @Test
    void aSpanThatMakesNoSenseIsRefused() {
        for (String text : List.of("25", "2025-13", "2025-06..2025-01", "nonsense")) {
            assertThatThrownBy(() -> Span.parse(text)).as(text).isInstanceOf(UpstreamProblem.class);
        }
    }

    @Test
    void filtersTravelInTheAddress() {
        Filters usual = new Filters(Span.year(2025), "live", "STAT", null);
        assertThat(usual.query()).isEqualTo("?period=2025");
        Filters chosen =
                new Filters(Span.parse("2025-06"), "reviewed", "QUOTA", org.jielian.contracts.InstitutionType.SCHOOL);
        assertThat(chosen.query()).isEqualTo("?period=2025-06&layer=reviewed&set=QUOTA&type=SCHOOL");
    }

    @Test
    void aMissingFigureIsADashAndHasNoArrow() {
        assertThat(Numbers.format(null, 2)).isEqualTo("—");
        assertThat(Change.between(null, BigDecimal.ONE)).isNull();
        assertThat(Change.between(BigDecimal.ONE, null)).isNull();
        assertThat(Change.between(BigDecimal.ZERO, BigDecimal.ONE)).isNull();
    }

    @Test
    void moreUseIsWorseWhateverTheSign() {
        assertThat(Change.between(new BigDecimal(100), new BigDecimal(103)).grade())
                .isEqualTo("worse");
        assertThat(Change.between(new BigDecimal(100), new BigDecimal("96.5")).text())
                .isEqualTo("▼ -3.5%");
    }

    @Test
    void coverageThatLacksOneReportIsNotAll() {
        assertThat(new Cover(23_999, 24_000).percent()).isEqualTo("99.9%");
        assertThat(new Cover(23_755, 24_000).text()).isEqualTo("23,755/24,000");
        assertThat(new Cover(0, 0).percent()).isEqualTo("—");
    }

    @Test
    void aTablePutsWhatIsMissingLastEitherWay() {
        for (String sort : List.of("amount", "-amount")) {
            Table table = Table.called("t", "t")
                    .number("amount", "Amount")
                    .row(List.of(Cell.number(null, 0)))
                    .row(List.of(Cell.count(2)))
                    .row(List.of(Cell.count(10)))
                    .sorted(sort, "/here?x=y")
                    .make();
            assertThat(table.rows())
                    .extracting(r -> r.cells().get(0).text())
                    .last()
                    .isEqualTo("—");
            assertThat(table.rows().get(0).cells().get(0).text()).isEqualTo(sort.startsWith("-") ? "10" : "2");
        }
    }
}
