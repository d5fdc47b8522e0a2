package org.jielian.portal.recognition;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.BusinessTime;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Paper;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/**
 * 公示, the public notice of agencies proposed for the title: all of them for anybody, those of a region, or a single one. Anybody gets the
 * Word file alone, since printing PDF is work that nobody unknown is to give us.
 */
@Path(
        "{place:unit/[0-9A-Z]{18}|province/[0-9]{6}|city/[0-9]{6}|county/[0-9]{6}}/titles/{what:public-notice|[0-9a-f-]{36}/public-notice}.{ending:docx|pdf}")
public class NoticePapers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Words WORDS = Words.in(Language.ZH);

    @RestClient
    PublicClient published;

    @RestClient
    TitlesClient titles;

    @Inject
    Gate gate;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    @GET
    public Response print(@RestPath String place, @RestPath String what, @RestPath String ending) {
        return papers.print(what.contains("/") ? ofOne(what.substring(0, what.indexOf('/'))) : ofNode(place), ending);
    }

    /** That of a single title. */
    Response ofTitle(String id, String ending) {
        return papers.print(ofOne(id), ending);
    }

    /** All there are, for anybody. */
    Response all() {
        return papers.print(paper(published.notices(null).items()), "docx");
    }

    private Paper ofNode(String place) {
        String region = gate.region(place.substring(place.indexOf('/') + 1)).code();
        return paper(published.notices(region).items());
    }

    private Paper ofOne(String id) {
        Seen.Title title = titles.title(id);
        if (!title.state().equals("PUBLIC_NOTICE")) throw UpstreamProblem.of(404, id);
        return paper(published.notices(title.regionCode()).items().stream()
                .filter(p -> p.unit().equals(title.unitName()) && p.year() == title.year())
                .toList());
    }

    private Paper paper(List<PublicClient.Proposed> proposed) {
        if (proposed.isEmpty()) throw UpstreamProblem.of(404, "public-notice");
        String issuers = each(proposed, PublicClient.Proposed::province);
        Table.Maker table = Table.called("proposed", WORDS.get("publicNotices"))
                .text("unit", WORDS.get("unitWord"))
                .text("region", WORDS.get("region"))
                .text("year", WORDS.get("yearEvaluated"))
                .text("from", WORDS.get("noticeFrom"))
                .text("until", WORDS.get("noticeUntil"));
        proposed.forEach(p -> table.row(List.of(
                Cell.text(p.unit()),
                Cell.text(p.region()),
                Cell.text(String.valueOf(p.year())),
                Cell.text(p.from().toString()),
                Cell.text(
                        p.until() == null
                                ? WORDS.get("noticePaused")
                                : p.until().toString()))));
        return Paper.of("public-notice", issuers + WORDS.get("publicNoticePaper"))
                .text("count", String.valueOf(proposed.size()))
                .table("proposed", table.make())
                .text("issuer", issuers)
                .text("day", LocalDate.now(clock.withZone(BusinessTime.ZONE)).format(DAY))
                .text(
                        "basis",
                        WORDS.get(
                                "judgedBy",
                                each(proposed, PublicClient.Proposed::release),
                                each(proposed, p -> WORDS.get("set" + p.coefficientSet()))))
                .make();
    }

    private static String each(List<PublicClient.Proposed> proposed, Function<PublicClient.Proposed, String> what) {
        return proposed.stream().map(what).distinct().sorted().collect(Collectors.joining("、"));
    }
}
