package org.jielian.portal.assessment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** One sheet, alike for who assesses and who is assessed: what it comes to, where from, and what may be done with it now. */
@RequestScoped
public class SheetPage {
    @RestClient
    AssessmentClient assessments;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Visitor visitor;

    /** What the page says, in the reader's language. */
    public record View(
            Told.Sheet sheet,
            String state,
            String score,
            String grade,
            List<String> vetoes,
            String computed,
            String basis,
            String grades) {
        public boolean may(String action) {
            return sheet.may(action);
        }
    }

    /** A falsification in words; {@code withdrawn} is {@code null} while it stands. */
    public record Falsification(
            String id, String reason, String found, List<String> evidence, String withdrawn, boolean mine) {}

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance sheet(
                Page page,
                View view,
                String address,
                List<Falsification> falsifications,
                Table lines,
                Table deductions,
                Table trail,
                String error);

        static native TemplateInstance sources(Page page, View view, String address, String line, Table sources);
    }

    TemplateInstance of(Page page, Told.Sheet sheet, String address, UpstreamProblem refused) {
        AssessmentTables tables = new AssessmentTables(language);
        String sources = address + "/sources/";
        return Templates.sheet(
                page,
                view(sheet),
                address,
                assessments.falsifications(sheet.assessed(), sheet.year()).items().stream()
                        .map(this::falsification)
                        .toList(),
                tables.lines(sheet, sources),
                tables.deductions(sheet, sources),
                tables.trail(sheet.trail()),
                refused == null ? null : refused.message());
    }

    private Falsification falsification(Told.Finding f) {
        Words words = language.words();
        return new Falsification(
                f.id(),
                f.reason(),
                words.get("falsificationFound", words.time(f.at()), f.by()),
                f.evidence(),
                f.withdrawnAt() == null
                        ? null
                        : words.get(
                                "falsificationWithdrawn",
                                words.time(f.withdrawnAt()),
                                f.withdrawnBy(),
                                f.withdrawnReason()),
                f.withdrawnAt() == null && visitor.isAt(f.byNode()));
    }

    private View view(Told.Sheet s) {
        Words words = language.words();
        Told.Outcome o = s.outcome();
        return new View(
                s,
                words.get("assessmentState" + s.state()),
                Numbers.format(o.score(), 2),
                o.grade() == null ? words.get("none") : words.get("grade" + o.grade()),
                o.vetoes().stream().map(v -> v.in(language.get())).toList(),
                words.time(s.computedAt()),
                words.basis(s.release(), s.coefficientSet(), s.coefficientVersion()),
                words.get(
                        "assessmentGrades",
                        s.rules().exceeded().toPlainString(),
                        s.rules().fulfilled().toPlainString(),
                        s.rules().mostly().toPlainString()));
    }

    TemplateInstance sources(Page page, Told.Sheet sheet, String code, String address, String results) {
        SourceTables tables = new SourceTables(sheet, language, results);
        if (!tables.has(code)) throw UpstreamProblem.of(404, code);
        String line = tables.name(code);
        String xlsx = address + "/sources/" + code + ".xlsx";
        return Templates.sources(
                page, view(sheet), address, line, tables.of(assessments.sources(sheet.id(), code), line, xlsx));
    }

    Response download(Told.Sheet sheet) {
        return downloads.xlsx(
                sheet.name() + "-" + sheet.year(), new AssessmentTables(language).lines(sheet, null), notes(sheet));
    }

    Response downloadSources(Told.Sheet sheet, String code, String results) {
        SourceTables tables = new SourceTables(sheet, language, results);
        if (!tables.has(code)) throw UpstreamProblem.of(404, code);
        Table table = tables.of(assessments.sources(sheet.id(), code), tables.name(code), null);
        return downloads.xlsx(sheet.name() + "-" + sheet.year(), table, notes(sheet));
    }

    private List<String> notes(Told.Sheet sheet) {
        View view = view(sheet);
        Words words = language.words();
        return List.of(
                words.get("assessmentScore") + " " + view.score() + " " + view.grade() + " · " + view.state(),
                words.get("assessmentTakenOff") + " "
                        + Numbers.format(sheet.outcome().deducted(), 2),
                view.basis(),
                words.get("asOf", view.computed()));
    }

    void step(String id, MultivaluedMap<String, String> form) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("action", form.getFirst("action"));
        step.put("text", form.getFirst("text"));
        assessments.step(id, step);
    }
}
