package org.jielian.metrics.reports;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.imports.ImportAnswer;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;

/** Reports of a unit and month. */
@Path("/api/reports")
@Blocking
public class ReportsResource {
    @Inject
    HandingIn handingIn;

    @Inject
    ReviewingReports reviewing;

    @Inject
    ReportsImporter importer;

    @Inject
    ReportTemplates templates;

    @Inject
    ImportAnswer imports;

    @Inject
    Access access;

    @Inject
    AuditTrail audit;

    /**
     * What is handed in; numbers may be JSON numbers or texts, so that a form loses no digit.
     *
     * @param bases by quantity code: BILLED, METERED, ALLOCATED or ESTIMATED
     * @param explanations by field, why a figure deviates; {@code *} for the report as a whole
     * @param reason why an earlier report is corrected
     */
    public record Submission(
            Map<String, JsonNode> quantities,
            JsonNode headcount,
            JsonNode floorArea,
            Map<String, String> bases,
            String note,
            Map<String, String> explanations,
            String reason) {}

    /** Why a report is sent back: for the report as a whole, cell by cell, or both. */
    public record SendingBack(String comment, List<Return.Cell> cells) {}

    /** Why a report is taken back. */
    public record Withdrawal(String reason) {}

    @PUT
    @Path("/{unit}/{period}")
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response handIn(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Submission submission) {
        if (submission == null) throw CommonProblem.INVALID.because("缺少填报内容", "the body is missing");
        var handedIn = handingIn.handIn(raw(unit, period, submission), submission.reason(), version(ifMatch));
        boolean added = handedIn.outcome() == RecordingReports.Outcome.ADDED;
        return answer(handedIn.report(), added ? 201 : 200);
    }

    @GET
    @Path("/{unit}/{period}")
    public Response look(@PathParam("unit") String unit, @PathParam("period") String period) {
        return answer(handingIn.look(new Report.Key(unit, period)), 200);
    }

    /** The months of a unit, as far as there are reports. */
    public record Months(List<ReportView> items) {}

    @GET
    @Path("/{unit}")
    @Transactional
    public Months months(
            @PathParam("unit") String unit,
            @QueryParam("from") @DefaultValue("0000-00") String from,
            @QueryParam("to") @DefaultValue("9999-12") String to) {
        access.requireSees(unit);
        return new Months(
                Report.<Report>list("unitCode = ?1 and period between ?2 and ?3 order by period", unit, from, to)
                        .stream()
                        .map(ReportView::of)
                        .toList());
    }

    @GET
    @Path("/{unit}/{period}/revisions")
    @Transactional
    public List<AuditTrail.Entry> revisions(@PathParam("unit") String unit, @PathParam("period") String period) {
        handingIn.look(new Report.Key(unit, period));
        return audit.of("report/" + unit + "/" + period);
    }

    @POST
    @Path("/{unit}/{period}/withdrawal")
    @Idempotent
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response withdraw(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Withdrawal withdrawal) {
        if (withdrawal == null
                || withdrawal.reason() == null
                || withdrawal.reason().isBlank()) {
            throw CommonProblem.INVALID.because("请写明撤回原因（reason）", "say why it is withdrawn (reason)");
        }
        return answer(
                handingIn.withdraw(
                        new Report.Key(unit, period), withdrawal.reason().strip(), version(ifMatch)),
                200);
    }

    @POST
    @Path("/{unit}/{period}/acceptance")
    @Idempotent
    @RolesAllowed("reviewer")
    public Response accept(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(reviewing.accept(new Report.Key(unit, period), version(ifMatch)), 200);
    }

    @POST
    @Path("/{unit}/{period}/return")
    @Idempotent
    @RolesAllowed("reviewer")
    public Response sendBack(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            SendingBack why) {
        if (why == null) throw CommonProblem.INVALID.because("请写明退回原因", "say why it is sent back");
        return answer(
                reviewing.sendBack(new Report.Key(unit, period), why.comment(), why.cells(), version(ifMatch)), 200);
    }

    /** A workbook to report with, filled with the units one reports for: one of a region, those that hang directly on it, or one unit. */
    @GET
    @Path("/template")
    @Produces(XlsxTable.MEDIA_TYPE)
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response template(
            @QueryParam("region") String region,
            @QueryParam("unit") String unit,
            @QueryParam("period") String period,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return Response.ok(templates.xlsx(region, unit, period, language))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reports.xlsx\"")
                .build();
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response importFile(
            InputStream body,
            @QueryParam("name") String name,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpHeaders headers) {
        return imports.to(importer, body, name, dryRun, headers);
    }

    private static Response answer(Report report, int status) {
        return Response.status(status)
                .entity(ReportView.of(report))
                .tag(new EntityTag(Long.toString(report.version())))
                .build();
    }

    private static Draft.Raw raw(String unit, String period, Submission submission) {
        Map<String, String> quantities = new LinkedHashMap<>();
        if (submission.quantities() != null)
            submission.quantities().forEach((code, value) -> quantities.put(code, text(value)));
        return new Draft.Raw(
                unit,
                period,
                quantities,
                text(submission.headcount()),
                text(submission.floorArea()),
                new Draft.RawRemarks(submission.bases(), submission.note(), submission.explanations()));
    }

    /** What the sender wrote, digit by digit; an empty text means the same as no value. */
    private static String text(JsonNode value) {
        if (value == null || value.isNull()) return null;
        if (value.isNumber()) return value.decimalValue().toPlainString();
        String text = value.isTextual() ? value.textValue().strip() : value.toString();
        return text.isEmpty() ? null : text;
    }

    private static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) return null;
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("If-Match 无效：%s", "If-Match is not one of our ETags: %s", ifMatch);
        }
    }
}
