package org.jielian.portal.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Transition;
import org.jielian.contracts.StandardPackage;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** A draft: its values, its dates, how it differs from what holds, and its release. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class DraftsResource {
    private static final String AT = "{tier:province|city|county}/{code}/standards/drafts/{id}";
    private static final int UNPROCESSABLE = 422;

    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    ObjectMapper json;

    /** What the page says of a draft; dates are empty while they are not set. */
    public record View(
            String title,
            String address,
            long version,
            String effectiveFrom,
            String adoptBy,
            String replaces,
            List<Option> transitions,
            boolean mayAct,
            boolean dated) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance draft(
                Page page,
                String name,
                View view,
                Table changes,
                EditForm form,
                GrowthForm growth,
                String refused,
                Table defects);
    }

    @GET
    @Path(AT)
    public TemplateInstance look(@RestPath String code, @RestPath String id, @RestQuery String part) {
        Region region = gate.region(code);
        return page(region, supervision.draft(id), part, Said.NOTHING);
    }

    /** Keeps the dates and the values of the part that is shown. */
    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Told.Draft draft = supervision.draft(id);
        String part = form.getFirst("part") == null ? Fields.MAIN : form.getFirst("part");
        StandardPackage content = content(draft);
        Map<String, String> entered = EditForm.entered(form, Fields::ofIssuer, content, part);
        ObjectNode body = draft.body().deepCopy();
        Map<String, Fields.Value> before = Fields.ofIssuer(content, part);
        entered.forEach((place, value) -> {
            if (!value.equals(before.get(place).value()) && !Growth.takesOut(form, place))
                PackageTree.set(body.get("content"), place, value);
        });
        Growth.apply((ObjectNode) body.get("content"), part, form);
        for (String date : List.of("effectiveFrom", "adoptBy")) body.put(date, stated(form, date));
        body.put("transition", form.getFirst("transition"));
        String replaces = stated(form, "replaces");
        if (replaces == null) body.putNull("replaces");
        else body.put("replaces", replaces);
        try {
            supervision.change(id, '"' + String.valueOf(form.getFirst("version")) + '"', body);
            return Response.seeOther(URI.create(address(region, id) + "?part=" + part))
                    .build();
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, draft, part, new Said(entered, form, refused, null)));
        }
    }

    @POST
    @Path(AT + "/release")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response release(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        try {
            ReleaseState release = supervision.release(id, '"' + String.valueOf(form.getFirst("version")) + '"');
            return Response.seeOther(
                            URI.create(StandardsResource.home(region) + "/standing?origin=" + release.origin()))
                    .build();
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, supervision.draft(id), null, new Said(null, null, refused, null)));
        }
    }

    @POST
    @Path(AT + "/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        supervision.discard(id, '"' + String.valueOf(form.getFirst("version")) + '"');
        return Response.seeOther(URI.create(StandardsResource.home(region))).build();
    }

    /** The draft's package as a file. */
    @GET
    @Path(AT + "/content.{format:json|xlsx}")
    @Produces(MediaType.WILDCARD)
    public Response download(@RestPath String code, @RestPath String id, @RestPath String format) {
        Region region = gate.region(code);
        if (!supervision.draft(id).regionCode().equals(region.code())) throw UpstreamProblem.of(404, id);
        return HandedOn.of(supervision.exportContent(id, format));
    }

    /** A file takes the place of the draft's package; with anything wrong in it nothing changes and everything wrong is listed. */
    @POST
    @Path(AT + "/content")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @RestPath String code, @RestPath String id, @RestForm String version, @RestForm FileUpload file) {
        Region region = gate.region(code);
        try (InputStream content = opened(file)) {
            supervision.importContent(
                    id, '"' + String.valueOf(version) + '"', MediaType.APPLICATION_OCTET_STREAM, content);
            return Response.seeOther(URI.create(address(region, id))).build();
        } catch (IOException e) {
            throw new UncheckedIOException("the upload can't be read", e);
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, supervision.draft(id), null, new Said(null, null, null, refused)));
        }
    }

    private InputStream opened(FileUpload file) throws IOException {
        if (file == null || file.size() == 0)
            throw UpstreamProblem.of(400, language.words().get("chooseFileFirst"));
        return Files.newInputStream(file.uploadedFile());
    }

    private static String stated(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private StandardPackage content(Told.Draft draft) {
        try {
            return json.treeToValue(draft.body().get("content"), StandardPackage.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft the service keeps can't be read", e);
        }
    }

    /**
     * What a person said last and was refused for.
     *
     * @param entered by place; {@code null} for a fresh form
     * @param form all of it; {@code null} for a fresh form
     * @param fileRefused why a file was refused; {@code null} when there was none
     */
    private record Said(
            Map<String, String> entered,
            MultivaluedMap<String, String> form,
            UpstreamProblem refused,
            UpstreamProblem fileRefused) {
        static final Said NOTHING = new Said(null, null, null, null);
    }

    private TemplateInstance page(Region region, Told.Draft draft, String part, Said said) {
        // a draft belongs to the page of its own region only
        if (!draft.regionCode().equals(region.code())) throw UpstreamProblem.of(404, draft.id());
        Words words = language.words();
        StandardPackage content = content(draft);
        Labels labels = new Labels(content, words, language.get() == Language.EN);
        List<Told.Change> changes = supervision.difference(draft.id()).items();
        boolean acts = visitor.administers(region.code());
        JsonNode body = draft.body();
        View view = new View(
                body.at("/name/" + (language.get() == Language.EN ? "en" : "zh"))
                        .asText(),
                address(region, draft.id()),
                draft.version(),
                text(body, "effectiveFrom"),
                text(body, "adoptBy"),
                text(body, "replaces"),
                transitions(body.path("transition").asText(), words),
                acts,
                body.hasNonNull("effectiveFrom"));
        boolean first = changes.stream().allMatch(c -> c.effect().equals("ADDED")) && changes.size() > 100;
        StandardTables tables = new StandardTables(words);
        EditForm form = acts
                ? EditForm.of(
                        part,
                        Fields::ofIssuer,
                        content,
                        before(content, changes),
                        said.entered(),
                        said.refused(),
                        labels,
                        words)
                : null;
        UpstreamProblem ofFile = said.fileRefused();
        return Templates.draft(
                frames.region(region, Section.STANDARDS),
                region.name(),
                view,
                first ? null : tables.changes(changes, labels),
                form,
                acts ? GrowthForm.of(content, form.part(), said.form(), labels, words) : null,
                ofFile == null ? null : ofFile.message(),
                ofFile == null ? null : tables.defects(ofFile.body().errors(), labels));
    }

    /** What the values of the draft were in the latest release. */
    private static Map<String, String> before(StandardPackage content, List<Told.Change> changes) {
        Map<String, String> before = new LinkedHashMap<>();
        for (String part : Fields.parts(content)) {
            Fields.ofIssuer(content, part).forEach((place, value) -> before.put(place, value.value()));
        }
        changes.forEach(change -> before.put(change.place(), change.before()));
        return before;
    }

    private static String text(JsonNode body, String field) {
        return body.hasNonNull(field) ? body.get(field).asText() : "";
    }

    private static List<Option> transitions(String chosen, Words words) {
        return java.util.Arrays.stream(Transition.values())
                .map(t -> new Option(
                        t.name(), words.get("transition" + t), t.name().equals(chosen)))
                .toList();
    }

    private static String address(Region region, String id) {
        return StandardsResource.home(region) + "/drafts/" + id;
    }

    private static Response again(UpstreamProblem refused, TemplateInstance page) {
        if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
