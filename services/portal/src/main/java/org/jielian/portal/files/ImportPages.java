package org.jielian.portal.files;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** The import pages of a region, of a unit and of the operator: what can be brought, and what was. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ImportPages {
    private static final int PAGE = 20;
    private static final int MONTHS = 12;

    @Inject
    Importing importing;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /**
     * One kind of file: where to bring it, and what was brought.
     *
     * @param node whose template can be downloaded; {@code null} where there is none
     * @param periods months and years a template can be for
     */
    public record Kind(String code, Table list, String node, List<String> periods) {}

    @CheckedTemplate(basePath = "files")
    static class Templates {
        static native TemplateInstance imports(Page page, String name, List<Kind> kinds);

        static native TemplateInstance one(
                Page page,
                String name,
                String back,
                String kind,
                ImportJob job,
                List<RowsTable> rows,
                String fileName,
                String startedAt);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/imports")
    public TemplateInstance ofRegion(@RestPath String code, @RestQuery String reports, @RestQuery String units) {
        Region region = administered(code);
        String base = Addresses.region(region.tier(), code) + "/imports";
        return Templates.imports(
                frames.region(region, Section.IMPORTS),
                region.name(),
                List.of(kind(ImportKind.REPORTS, code, reports, base), kind(ImportKind.UNITS, code, units, base)));
    }

    @GET
    @Path("{tier:province|city|county}/{code}/imports/{kind}/{id}")
    public TemplateInstance oneOfRegion(@RestPath String code, @RestPath String kind, @RestPath String id) {
        Region region = administered(code);
        String back = Addresses.region(region.tier(), code) + "/imports";
        return one(frames.region(region, Section.IMPORTS), region.name(), back, kind, id, code);
    }

    TemplateInstance ofUnit(String code, String reports) {
        Unit unit = reported(code);
        String base = Addresses.unit(code) + "/imports";
        return Templates.imports(
                frames.unit(unit), unit.name(), List.of(kind(ImportKind.REPORTS, code, reports, base)));
    }

    TemplateInstance oneOfUnit(String code, String kind, String id) {
        Unit unit = reported(code);
        return one(frames.unit(unit), unit.name(), Addresses.unit(code) + "/imports", kind, id, code);
    }

    @GET
    @Path("operator")
    public TemplateInstance operator(@RestQuery String reports, @RestQuery String units) {
        requireOperator();
        String title = language.words().get("operator");
        return Templates.imports(
                frames.plain(title),
                title,
                List.of(
                        new Kind(ImportKind.REGIONS.code(), null, null, List.of()),
                        kind(ImportKind.UNITS, null, units, "/operator"),
                        kind(ImportKind.REPORTS, null, reports, "/operator")));
    }

    @GET
    @Path("operator/{kind}/{id}")
    public TemplateInstance oneOfOperator(@RestPath String kind, @RestPath String id) {
        requireOperator();
        String title = language.words().get("operator");
        return one(frames.plain(title), title, "/operator", kind, id, null);
    }

    private Kind kind(ImportKind kind, String node, String cursor, String base) {
        Listing<ImportJob> jobs = importing.list(kind, node, cursor, PAGE);
        String next = jobs.next() == null
                ? null
                : base + "?" + kind.code() + "=" + URLEncoder.encode(jobs.next(), StandardCharsets.UTF_8);
        List<String> periods = kind == ImportKind.REPORTS && node != null ? periods() : List.of();
        return new Kind(kind.code(), ImportList.of(kind, jobs, base, next, language.words()), node, periods);
    }

    /** The last twelve months, newest first, then this year and the one before as a whole. */
    private List<String> periods() {
        YearMonth now = YearMonth.now(clock);
        return Stream.concat(
                        IntStream.rangeClosed(1, MONTHS)
                                .mapToObj(back -> now.minusMonths(back).toString()),
                        Stream.of(now.getYear(), now.getYear() - 1).map(String::valueOf))
                .toList();
    }

    private TemplateInstance one(Page page, String name, String back, String kind, String id, String node) {
        ImportJob job = importing.watch(ImportKind.of(kind), id);
        if (node != null && !node.equals(job.node())) throw UpstreamProblem.of(404, id);
        Words words = language.words();
        return Templates.one(
                page,
                name,
                back,
                kind,
                job,
                ImportsResource.rows(kind, job),
                job.name() == null ? words.get("none") : job.name(),
                words.time(job.startedAt()));
    }

    private Region administered(String code) {
        Region region = gate.region(code);
        if (!visitor.administers(code)) throw UpstreamProblem.of(403, code);
        return region;
    }

    private Unit reported(String code) {
        Unit unit = gate.unit(code);
        if (!visitor.isAt(code) || !visitor.has("reporter")) throw UpstreamProblem.of(403, code);
        return unit;
    }

    private void requireOperator() {
        if (!visitor.isOperator()) throw UpstreamProblem.of(403, "operator");
    }
}
