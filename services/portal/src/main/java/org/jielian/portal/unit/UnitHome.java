package org.jielian.portal.unit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Finding;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Revision;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Table;
import org.jielian.portal.unit.MonthForm.Attempt;

/** The page of a unit: what is to be done, the year as a grid, the month with all that can be done about it, what the register says. */
@RequestScoped
class UnitHome {
    @RestClient
    MetricsClient metrics;

    @Inject
    DeskReading reading;

    @Inject
    Catalogue catalogue;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    ObjectMapper json;

    @CheckedTemplate(basePath = "unit")
    static class Templates {
        static native TemplateInstance home(
                Page page,
                Unit unit,
                Desk desk,
                MonthState state,
                MonthForm form,
                boolean keepsRegister,
                Table revisions);

        static native TemplateInstance arriving(Page page, Unit unit, String done, boolean keepsRegister);

        static native TemplateInstance month(Unit unit, MonthState state, MonthForm form, Table revisions);

        static native TemplateInstance cell(Unit unit, CellPanel cell);
    }

    /**
     * The page for a month.
     *
     * @param asked the month asked for; {@code null} for the one that is due
     * @param byMonth whether months are the rows of the grid
     * @param attempt what was sent and refused, so that nothing typed is lost
     * @param done key of what has just been done, to be confirmed; {@code null} if nothing
     */
    TemplateInstance show(Unit unit, YearMonth asked, boolean byMonth, Attempt attempt, String done) {
        YearMonth month = asked == null ? reading.due() : asked;
        Ledger ledger = reading.of(unit, month);
        Map<YearMonth, List<Finding>> findings = reading.findings(ledger, month.getYear());
        return Templates.home(
                frames.unit(unit),
                unit,
                new DeskMaker(ledger, findings, month).make(byMonth, json),
                MonthState.of(ledger, month, findings.get(month), done),
                ledger.isEditable(month) ? MonthForm.of(ledger, month, attempt) : null,
                keepsRegister(unit),
                revisions(ledger, month));
    }

    /** The page of a unit that the register knows and that reporting has not heard of yet. */
    TemplateInstance arriving(Unit unit, String done) {
        return Templates.arriving(
                frames.unit(unit),
                unit,
                MonthState.confirmed(done, unit.name(), language.words()),
                keepsRegister(unit));
    }

    private boolean keepsRegister(Unit unit) {
        return visitor.administers(unit.regionCode()) || visitor.moves(unit.path());
    }

    /** What stands below the grid about a month, for a page that is open already. */
    TemplateInstance month(Unit unit, YearMonth month) {
        Ledger ledger = reading.of(unit, month);
        return Templates.month(
                unit,
                MonthState.of(ledger, month, reading.findings(ledger, month), null),
                ledger.isEditable(month) ? MonthForm.of(ledger, month, Attempt.NONE) : null,
                revisions(ledger, month));
    }

    private Table revisions(Ledger ledger, YearMonth month) {
        if (ledger.months().find(month).isEmpty()) return null;
        List<Revision> revisions = metrics.revisions(ledger.unit().code(), month.toString());
        return tables(ledger.unit(), month.getYear()).revisions(month, revisions);
    }

    /** Everything about one figure. */
    TemplateInstance cell(Unit unit, YearMonth month, Field field) {
        Ledger ledger = reading.of(unit, month);
        List<String> says = new DeskMaker(ledger, Map.of(month, reading.findings(ledger, month)), month)
                .said(month, field).stream().map(DeskMaker.Said::text).toList();
        List<Revision> revisions =
                ledger.months().find(month).isEmpty() ? List.of() : metrics.revisions(unit.code(), month.toString());
        return Templates.cell(unit, CellPanel.of(ledger, month, field, says, revisions));
    }

    Table monthsTable(Unit unit, int year) {
        Months months = new Months(
                metrics.reports(unit.code(), year + "-01", year + "-12").items());
        return tables(unit, year).months(months, year);
    }

    Table revisionsTable(Unit unit, YearMonth month) {
        return tables(unit, month.getYear()).revisions(month, metrics.revisions(unit.code(), month.toString()));
    }

    private UnitTables tables(Unit unit, int year) {
        return new UnitTables(unit, catalogue.askedIn(year), language.words());
    }
}
