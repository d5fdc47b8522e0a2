package org.jielian.portal.recognition;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Paper;
import org.jielian.portal.papers.Papers;

/** 认定证书, the certificate of a title that holds, for whoever may see the unit. */
@Path(
        "{place:unit/[0-9A-Z]{18}|province/[0-9]{6}|city/[0-9]{6}|county/[0-9]{6}}/titles/{id:[0-9a-f-]{36}}/certificate.{ending:docx|pdf}")
public class CertificatePaper {
    /** Titles that are out of force, or not yet in it, have no certificate. */
    private static final List<String> HOLDING = List.of("RECOGNISED", "UNDER_RECHECK", "CONFIRMED");

    private static final int PRINTED = 110;

    @RestClient
    TitlesClient titles;

    @Inject
    Papers papers;

    @Context
    UriInfo uri;

    @GET
    public Response print(@RestPath String id, @RestPath String ending) {
        Seen.Title title = titles.title(id);
        if (title.number() == null || !HOLDING.contains(title.state())) throw UpstreamProblem.of(404, id);
        return papers.print(paper(title), ending);
    }

    private Paper paper(Seen.Title title) {
        Words words = Words.in(Language.ZH);
        String address = uri.getBaseUriBuilder()
                .path("public/certificates/" + title.number())
                .queryParam("code", title.checkCode())
                .build()
                .toString();
        return Paper.of("certificate", title.unitName() + words.get("certificatePaper"))
                .text("unit", title.unitName())
                .text("year", String.valueOf(title.year()))
                .text("score", Numbers.format(title.total().score(), 2))
                .text("number", title.number())
                .text("code", title.checkCode())
                .text("day", title.recognisedOn().format(DateTimeFormatter.ofPattern("yyyy年M月d日")))
                .text("basis", words.get("judgedBy", title.release(), words.get("set" + title.coefficientSet())))
                .picture("qr", QrCode.of(address).png(), PRINTED)
                .make();
    }
}
