package org.jielian.portal.recognition;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Papers;

/** The page of one title, the same for the unit and for those above it; what differs is what may be done. */
@RequestScoped
public class TitlePage {
    private static final Set<String> WITH_REASON =
            Set.of("RETURN", "REJECT", "OBJECT", "DISMISS", "UPHOLD", "OPEN_RECHECK", "CONFIRM", "RECTIFY", "REVOKE");

    @RestClient
    TitlesClient titles;

    @Inject
    CurrentLanguage language;

    @Inject
    Papers papers;

    /** A step the visitor may take. */
    public record Step(String action, String text, boolean reason, boolean days) {}

    /** One line of the history. */
    public record Line(String at, String what, String who, String reason) {}

    /** What stands above the items. */
    public record View(
            String address,
            String unitName,
            int year,
            String state,
            String stateName,
            String release,
            String score,
            String passLine,
            boolean passes,
            int missing,
            String firstMissing,
            String failing,
            String holder,
            String due,
            String notice,
            boolean paused,
            boolean published,
            boolean pdf,
            String number,
            String certificate,
            boolean scoring,
            boolean draft,
            String drawn,
            boolean visit,
            String said,
            List<Sheet.Mark> totals,
            List<Step> steps,
            List<Line> objections,
            List<Line> visits,
            List<Line> history) {}

    @CheckedTemplate(basePath = "recognition")
    static class Templates {
        static native TemplateInstance title(Page page, View view, List<Sheet.Part> parts, String refused);
    }

    /** @param refused what was refused just now; {@code null} if nothing was */
    TemplateInstance of(Page page, Seen.Title t, String address, UpstreamProblem refused) {
        Words words = language.words();
        Sheet sheet = new Sheet(words);
        return Templates.title(
                page, view(t, address, sheet, words), sheet.parts(t), refused == null ? null : refused.message());
    }

    private View view(Seen.Title t, String address, Sheet sheet, Words words) {
        String none = words.get("none");
        return new View(
                address,
                t.unitName(),
                t.year(),
                t.state(),
                words.get("title" + t.state()),
                t.release(),
                Sheet.plain(t.total().score()),
                Sheet.plain(t.passLine()),
                t.total().passes(),
                t.total().missing().size(),
                t.total().missing().stream().findFirst().orElse(null),
                String.join(", ", t.total().failing()),
                t.holderName() == null ? none : t.holderName(),
                t.due() == null ? none : t.due().toString(),
                t.noticeFrom() == null ? null : t.noticeFrom() + " – " + t.noticeUntil(),
                t.pausedWith() != null,
                t.state().equals("PUBLIC_NOTICE"),
                papers.printsPdf(),
                t.number(),
                t.number() == null ? null : "/public/certificates/" + t.number() + "?code=" + t.checkCode(),
                t.scoring(),
                t.state().equals("DRAFT"),
                t.drawn() == null
                        ? null
                        : words.get(
                                t.drawn().visit() ? "drawnForVisit" : "notDrawn",
                                t.drawn().seed()),
                t.scoring() && !t.state().equals("DRAFT"),
                t.said() == null
                        ? null
                        : words.get("titleAction" + t.said().action()) + "："
                                + t.said().reason(),
                sheet.totals(t.totals()),
                t.actions().stream()
                        .map(a ->
                                new Step(a, words.get("titleAction" + a), WITH_REASON.contains(a), a.equals("RECTIFY")))
                        .toList(),
                t.objections().stream()
                        .map(o -> new Line(
                                words.time(o.at()), o.reason(), o.by(), o.decision() == null ? none : o.decision()))
                        .toList(),
                t.visits().stream()
                        .map(v -> new Line(v.on().toString(), v.found(), v.by(), v.regionCode()))
                        .toList(),
                t.history().stream()
                        .map(h -> new Line(
                                words.time(h.at()),
                                words.get("titleAction" + h.action()),
                                "system".equals(h.who()) ? words.get("theSystem") : h.who(),
                                h.reason() == null ? "" : h.reason()))
                        .toList());
    }

    /** What a form says of an item. */
    void score(String id, String item, MultivaluedMap<String, String> form) {
        score(id, item, form, List.of());
    }

    /** The same with what shows it. */
    void score(String id, String item, MultivaluedMap<String, String> form, List<String> evidence) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("evidence", evidence);
        boolean applicable = form.getFirst("notApplicable") == null;
        said.put("applicable", applicable);
        if (applicable) {
            said.put("value", number(form.getFirst("value")));
            said.put("of", number(form.getFirst("of")));
            said.put("points", number(form.getFirst("points")));
        }
        said.put("reason", form.getFirst("reason"));
        titles.score(id, item, said);
    }

    void step(String id, MultivaluedMap<String, String> form) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("action", form.getFirst("action"));
        step.put("reason", form.getFirst("reason"));
        step.put("days", number(form.getFirst("days")));
        titles.step(id, step);
    }

    private BigDecimal number(String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("notANumber", text));
        }
    }
}
