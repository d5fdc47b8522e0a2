package org.jielian.portal.unit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Revision;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;
import org.jielian.portal.unit.MonthForm.Attempt;
import org.jielian.portal.unit.MonthState.Choice;

/** The page of a unit: how the month stands, the form for it, all months, what was changed, what the register says. */
@RequestScoped
class UnitHome {
    private static final int YEARS_BACK = 3;

    @RestClient
    MetricsClient metrics;

    @Inject
    Catalogue catalogue;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "unit")
    static class Templates {
        static native TemplateInstance home(
                Page page,
                Unit unit,
                MonthState state,
                MonthForm form,
                boolean acts,
                boolean keepsRegister,
                List<Choice> years,
                Table months,
                Table revisions);
    }

    /**
     * The page for a month.
     *
     * @param asked the month asked for; {@code null} for the one that is due
     * @param attempt what was sent and refused, so that nothing typed is lost
     * @param done key of what has just been done, to be confirmed; {@code null} if nothing
     */
    TemplateInstance show(Unit unit, YearMonth asked, Integer askedYear, Attempt attempt, String done) {
        Words words = language.words();
        YearMonth due = due();
        YearMonth month = asked == null ? due : asked;
        Months months = new Months(metrics.reports(unit.code(), null, null).items());
        int year = askedYear != null
                ? askedYear
                : asked != null ? asked.getYear() : months.latest().orElse(due).getYear();
        UnitTables tables = tables(unit, year);
        boolean acts = visitor.reportsFor(unit.code(), unit.regionCode()) && unit.closedFrom() == null;
        List<Revision> revisions =
                months.find(month).isEmpty() ? List.of() : metrics.revisions(unit.code(), month.toString());
        return Templates.home(
                frames.unit(unit),
                unit,
                MonthState.of(unit, month, due, months, done, words),
                acts ? MonthForm.of(unit, month, months, catalogue.askedIn(month), attempt, words) : null,
                acts,
                visitor.administers(unit.regionCode()) || visitor.moves(unit.path()),
                years(unit, year),
                tables.months(months, year),
                revisions.isEmpty() ? null : tables(unit, month.getYear()).revisions(month, revisions));
    }

    Table monthsTable(Unit unit, int year) {
        Months months = new Months(
                metrics.reports(unit.code(), year + "-01", year + "-12").items());
        return tables(unit, year).months(months, year);
    }

    /** Tables with what the forms of a year ask for; a form begins with a year. */
    private UnitTables tables(Unit unit, int year) {
        return new UnitTables(unit, catalogue.askedIn(YearMonth.of(year, 12)), language.words());
    }

    Table revisionsTable(Unit unit, YearMonth month) {
        return tables(unit, month.getYear()).revisions(month, metrics.revisions(unit.code(), month.toString()));
    }

    /** The last month that is over. */
    private YearMonth due() {
        return YearMonth.now(clock).minusMonths(1);
    }

    private List<Choice> years(Unit unit, int chosen) {
        List<Choice> years = new ArrayList<>();
        int now = YearMonth.now(clock).getYear();
        for (int y = Math.max(now, chosen); y >= Math.min(now - YEARS_BACK, chosen); y--) {
            years.add(
                    new Choice(String.valueOf(y), "/unit/" + unit.code() + "?year=" + y + "#months", y == chosen, ""));
        }
        return years;
    }
}
