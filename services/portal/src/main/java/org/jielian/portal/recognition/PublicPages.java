package org.jielian.portal.recognition;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** What anybody may look at without signing in: the public notices, and whether a certificate holds. */
@Path("public")
@Produces(MediaType.TEXT_HTML)
public class PublicPages {
    private static final String SVG = "image/svg+xml";

    @RestClient
    PublicClient titles;

    @Inject
    NoticePapers papers;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Tries tries;

    /** A certificate as it reads. */
    public record Shown(
            String number, String unit, String region, String recognisedOn, String state, boolean holds, String qr) {}

    @CheckedTemplate(basePath = "recognition")
    static class Templates {
        static native TemplateInstance notices(Page page, Table notices, boolean any);

        static native TemplateInstance certificate(Page page, Shown shown, String number, String code, boolean wrong);
    }

    @GET
    @Path("notices")
    public TemplateInstance notices() {
        Words words = language.words();
        Table.Maker table = Table.called("notices", words.get("publicNotices"))
                .text("unit", words.get("unitWord"))
                .text("until", words.get("noticeUntil"))
                .text("region", words.get("region"))
                .text("from", words.get("noticeFrom"))
                .text("year", words.get("yearEvaluated"))
                .whenEmpty(words.get("noPublicNotice"));
        List<PublicClient.Proposed> proposed = titles.notices(null).items();
        proposed.forEach(n -> table.row(List.of(
                Cell.text(n.unit()),
                Cell.text(
                        n.until() == null
                                ? words.get("noticePaused")
                                : n.until().toString()),
                Cell.text(n.region()),
                Cell.text(n.from().toString()),
                Cell.text(String.valueOf(n.year())))));
        return Templates.notices(frames.plain(words.get("publicNotices")), table.make(), !proposed.isEmpty());
    }

    @GET
    @Path("notices.docx")
    @Produces(Papers.DOCX)
    public Response noticesAsPaper() {
        return papers.all();
    }

    /** The form in which a number and a code are entered. */
    @GET
    @Path("certificates")
    public TemplateInstance check(@RestQuery String number, @RestQuery String code) {
        if (number == null || number.isBlank()) return page(null, "", "", false);
        return certificate(number.strip(), code == null ? "" : code.strip());
    }

    @GET
    @Path("certificates/{number}")
    public TemplateInstance certificate(@RestPath String number, @RestQuery String code) {
        String given = code == null ? "" : code;
        if (!number.matches("[A-Z0-9-]{10,40}") || given.isBlank()) return page(null, number, "", !given.isBlank());
        tries.requireFew();
        try {
            PublicClient.Certificate c = titles.certificate(number, given);
            return page(shown(c, given), number, given, false);
        } catch (UpstreamProblem refused) {
            if (refused.status() != 404) throw refused;
            tries.failed();
            return page(null, number, given, true);
        }
    }

    private Shown shown(PublicClient.Certificate c, String code) {
        return new Shown(
                c.number(),
                c.unit(),
                c.region(),
                c.recognisedOn().toString(),
                language.words().get("title" + c.state()),
                c.holds(),
                "/public/certificates/" + c.number() + "/qr.svg?code=" + code);
    }

    private TemplateInstance page(Shown shown, String number, String code, boolean wrong) {
        return Templates.certificate(
                frames.plain(language.words().get("checkCertificate")), shown, number, code, wrong);
    }

    /** The QR code that leads to the page of a certificate; it holds an address and tells nothing. */
    @GET
    @Path("certificates/{number}/qr.svg")
    @Produces(SVG)
    public Response qr(@RestPath String number, @RestQuery String code, @Context UriInfo uri) {
        if (!number.matches("[A-Z0-9-]{10,40}") || code == null || !code.matches("[0-9A-Z]{10}")) {
            throw UpstreamProblem.of(404, number);
        }
        String address = uri.getBaseUriBuilder()
                .path("public/certificates/" + number)
                .queryParam("code", code)
                .build()
                .toString();
        return Response.ok(QrCode.of(address).svg(), SVG).build();
    }
}
