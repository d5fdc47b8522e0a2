package org.jielian.portal.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Review;
import org.jielian.portal.clients.Review.Progress;
import org.jielian.portal.clients.ReviewsClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.figures.Span;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** Puts the inbox of a region together: how far the month has come, what waits, and what of it can be accepted at once. */
@RequestScoped
public class InboxPage {
    private static final int PAGE = 50;
    private static final int MOST = 1000;
    private static final int MONTHS_BACK = 24;
    private static final List<String> STATES = List.of("SUBMITTED", "RETURNED", "ACCEPTED", "WITHDRAWN", "ALL");
    private static final List<String> RISKS = List.of("HIGH", "MEDIUM", "LOW", "NONE");

    @RestClient
    ReviewsClient reviews;

    @Inject
    Figures figures;

    @Inject
    Reviewer reviewer;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /** A part of the month's units and where they are listed. */
    public record Count(String text, String label, String href, String grade) {}

    /** Everything that is chosen. */
    public record Choices(
            List<Option> months,
            List<Option> states,
            List<Option> risks,
            boolean hasBelow,
            boolean below,
            String search) {}

    /**
     * What can be accepted at once.
     *
     * @param question asked before it is done
     */
    public record Clean(String action, String month, String button, String question) {}

    /** The list, with the order it is in. */
    public record Lines(
            List<Table.Column> heads, List<Row> rows, String total, String next, String xlsx, String empty) {}

    /** The month looked at: the one asked for, else the latest that is reported and over. */
    YearMonth month(Region region, ReviewParams params) {
        YearMonth due = YearMonth.now(clock).minusMonths(1);
        YearMonth asked = params.period == null || params.period.isBlank()
                ? figures.latest(region.code()).to()
                : Span.parse(params.period).to();
        return asked.isAfter(due) && (params.period == null || params.period.length() != 7) ? due : asked;
    }

    Progress progress(Region region, YearMonth month, ReviewParams params) {
        return reviews.progress(region.code(), month.toString(), params.below());
    }

    List<Count> counts(Region region, YearMonth month, ReviewParams params, Progress p) {
        Words words = language.words();
        String base = Addresses.region(region.tier(), region.code());
        String list = base + "/review?period=" + month + (params.below() == null ? "" : "&below=true") + "&state=";
        String missing = base + "/reporting?missing=" + month + (params.below() == null ? "&direct=true" : "");
        return List.of(
                new Count(Numbers.format(p.expected()), words.get("reviewExpected"), base + "/units", "none"),
                new Count(Numbers.format(p.reported()), words.get("unitsReported"), list + "ALL", "none"),
                new Count(Numbers.format(p.waiting()), words.get("unitsWaiting"), list + "SUBMITTED", "fair"),
                new Count(Numbers.format(p.returned()), words.get("unitsReturned"), list + "RETURNED", "fair"),
                new Count(Numbers.format(p.reviewed()), words.get("unitsReviewed"), list + "ACCEPTED", "good"),
                new Count(
                        Numbers.format(p.missing()),
                        words.get("unitsNotReported"),
                        missing,
                        p.missing() == 0 ? "good" : "poor"));
    }

    /** {@code null} when there is nothing to accept, or somebody else accepts. */
    Clean clean(Region region, YearMonth month, ReviewParams params, Progress p) {
        if (p.clean() == 0 || params.below() != null || !reviewer.accepts(region.code())) return null;
        Words words = language.words();
        String count = Numbers.format(p.clean());
        return new Clean(
                Addresses.region(region.tier(), region.code()) + "/review/acceptances",
                month.toString(),
                words.get("acceptClean", count),
                words.get("acceptCleanSure", words.month(month), count));
    }

    Choices choices(Region region, YearMonth month, ReviewParams params) {
        Words words = language.words();
        List<Option> months = new ArrayList<>();
        YearMonth first = YearMonth.now(clock).isBefore(month) ? month : YearMonth.now(clock);
        YearMonth last = month.isBefore(first.minusMonths(MONTHS_BACK)) ? month : first.minusMonths(MONTHS_BACK);
        for (YearMonth m = first; !m.isBefore(last); m = m.minusMonths(1)) {
            months.add(new Option(m.toString(), words.month(m), m.equals(month)));
        }
        List<Option> risks = new ArrayList<>();
        risks.add(new Option("", words.get("anyRisk"), params.risk() == null));
        for (String risk : RISKS) risks.add(new Option(risk, words.get("risk" + risk), risk.equals(params.risk())));
        return new Choices(
                months,
                STATES.stream()
                        .map(s -> new Option(s, words.get("report" + s), s.equals(params.state())))
                        .toList(),
                risks,
                region.tier() != Tier.COUNTY,
                params.below() != null,
                params.search() == null ? "" : params.search());
    }

    Lines lines(Region region, YearMonth month, ReviewParams params) {
        Words words = language.words();
        Listing<Review> found = ask(region, month, params, params.cursor, PAGE);
        String address = Addresses.region(region.tier(), region.code()) + "/review";
        String query = params.query(month);
        return new Lines(
                heads(params, address + params.choices(month), words),
                found.items().stream().map(r -> Row.of(r, region, null, words)).toList(),
                words.get("reportsFound", Numbers.format(found.total())),
                found.next() == null ? null : address + query + "&cursor=" + ReviewParams.encode(found.next()),
                address + ".xlsx" + query,
                words.get("SUBMITTED".equals(params.state()) ? "nothingWaits" : "noReportFound"));
    }

    private static List<Table.Column> heads(ReviewParams params, String address, Words words) {
        return Table.called("review", "")
                .text("name", words.get("unitName"))
                .number("risk", words.get("risk"))
                .number("influence", words.get("influence"))
                .number("energy", words.get("measureENERGY") + " kgce")
                .number("lastMonth", words.get("againstLastMonth"))
                .number("lastYear", words.get("againstYearBefore"))
                .text("finding", words.get("finding"))
                .text("submitted", words.get("submittedAt"))
                .text("state", words.get("state"))
                .sortedThere(params.sort(), address, List.of("name", "risk", "influence", "submitted"))
                .make()
                .columns();
    }

    /** Everything that fits, as a table to download. */
    Table table(Region region, YearMonth month, ReviewParams params) {
        Words words = language.words();
        Table.Maker table = Table.called("review", words.get("reviewOf", words.month(month)))
                .text("unit", words.get("unitCode"))
                .text("name", words.get("unitName"))
                .text("type", words.get("institutionType"))
                .text("region", words.get("administeredBy"))
                .text("state", words.get("state"))
                .text("risk", words.get("risk"))
                .number("points", words.get("riskPoints"))
                .number("share", words.get("influence") + " %")
                .number("energy", words.get("measureENERGY") + " kgce")
                .number("lastMonth", words.get("againstLastMonth") + " %")
                .number("lastYear", words.get("againstYearBefore") + " %")
                .text("findings", words.get("finding"))
                .text("explanations", words.get("explanation"))
                .text("submitted", words.get("submittedAt"));
        Listing.all(cursor -> ask(region, month, params, cursor, MOST)).forEach(r -> table.row(cells(r, words)));
        return table.make();
    }

    private static List<Cell> cells(Review r, Words words) {
        return Arrays.asList(
                Cell.text(r.unitCode()),
                Cell.text(r.name()),
                Cell.text(words.get("type" + r.type())),
                Cell.text(r.regionName()),
                Cell.text(words.get("report" + r.status())),
                Cell.text(words.get("risk" + r.risk().level())),
                Cell.count(r.risk().points()),
                Cell.number(hundredfold(r.influence().share()), 4),
                Cell.number(r.influence().energyKgce(), 2),
                Cell.number(
                        hundredfold(r.lastMonth() == null ? null : r.lastMonth().energyChange()), 2),
                Cell.number(
                        hundredfold(r.lastYear() == null ? null : r.lastYear().energyChange()), 2),
                Cell.text(r.findings().stream()
                        .map(f -> f.rule() + " " + f.message().in(words.language()))
                        .reduce((a, b) -> a + "；" + b)
                        .orElse(null)),
                Cell.text(
                        r.remarks().explanations().isEmpty()
                                ? null
                                : String.join("；", r.remarks().explanations().values())),
                Cell.text(words.time(r.submittedAt())));
    }

    private static BigDecimal hundredfold(BigDecimal share) {
        return share == null ? null : share.movePointRight(2);
    }

    private Listing<Review> ask(Region region, YearMonth month, ReviewParams p, String cursor, int limit) {
        return reviews.waiting(
                region.code(), month.toString(), p.state(), p.risk(), p.below(), p.search(), p.sort(), cursor, limit);
    }

    /** One report, whatever its state. */
    Review one(Region region, String unit, YearMonth month) {
        return reviews
                .waiting(region.code(), month.toString(), "ALL", null, Boolean.TRUE, unit, null, null, 1)
                .items()
                .stream()
                .filter(r -> r.unitCode().equals(unit))
                .findFirst()
                .orElseThrow(() -> UpstreamProblem.of(404, unit));
    }
}
