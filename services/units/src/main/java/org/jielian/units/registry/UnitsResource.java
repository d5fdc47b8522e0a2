package org.jielian.units.registry;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.imports.ImportAnswer;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.XlsxTable;

/** Institutions over HTTP. */
@Path("/api/units")
@Blocking
public class UnitsResource {
    static final String ADMINISTRATOR = "administrator";

    @Inject
    RegisteringUnits registering;

    @Inject
    LookingUpUnits lookup;

    @Inject
    ListingUnits listing;

    @Inject
    ExportingUnits exporting;

    @Inject
    UnitTemplates templates;

    @Inject
    ImportingUnits importing;

    @Inject
    ImportAnswer answer;

    /** A new institution; {@code since} is the first month in which it is expected to report. */
    record NewUnit(
            @NotNull String code,
            String name,
            @NotNull InstitutionType type,
            @NotNull String regionCode,
            BigDecimal floorArea,
            BigDecimal headcount,
            Boolean hasCanteen,
            Heating heating,
            UnitKind kind,
            UnitLevel level,
            @NotNull YearMonth since) {
        Description description() {
            return Description.of(name, floorArea, headcount, hasCanteen, heating, kind, level);
        }
    }

    /** A new description; whatever is not in it is missing, not kept. */
    record NewDescription(
            String name,
            BigDecimal floorArea,
            BigDecimal headcount,
            Boolean hasCanteen,
            Heating heating,
            UnitKind kind,
            UnitLevel level) {
        Description description() {
            return Description.of(name, floorArea, headcount, hasCanteen, heating, kind, level);
        }
    }

    /** From this month on it belongs to that region; of the same type unless another one is given. */
    record Move(
            @NotNull String regionCode,
            InstitutionType type,
            @NotNull YearMonth from,
            String reason) {}

    /** From this month on it is no longer expected to report. */
    record Closure(@NotNull YearMonth from, @NotNull String reason) {}

    @GET
    public Page<UnitView> list(@BeanParam UnitQuery query) {
        return listing.page(query);
    }

    @GET
    @Path("/export")
    @Produces(XlsxTable.MEDIA_TYPE)
    public Response export(@BeanParam UnitQuery query, @QueryParam("format") @DefaultValue("xlsx") String format) {
        if (!"xlsx".equals(format)) throw CommonProblem.INVALID.because("只能导出 xlsx", "only xlsx can be exported");
        java.nio.file.Path file = exporting.xlsx(query);
        StreamingOutput content = out -> {
            try {
                Files.copy(file, out);
            } finally {
                Files.deleteIfExists(file);
            }
        };
        return Response.ok(content)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"units.xlsx\"")
                .build();
    }

    /** A workbook to keep the register with, filled with the institutions that hang directly on a region, by default one's own. */
    @GET
    @Path("/template")
    @Produces(XlsxTable.MEDIA_TYPE)
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response template(
            @QueryParam("region") String region, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return Response.ok(templates.xlsx(region, language))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"units.xlsx\"")
                .build();
    }

    @GET
    @Path("/{code}")
    public Response find(@PathParam("code") String code) {
        return answer(Response.ok(), lookup.find(code));
    }

    @GET
    @Path("/{code}/history")
    public List<AuditTrail.Entry> history(@PathParam("code") String code) {
        return lookup.history(code);
    }

    @POST
    @Idempotent
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response register(@Valid @NotNull NewUnit body) {
        Unit unit = registering.register(
                lookup.code(body.code), body.description(), new Belonging(body.regionCode, body.type, body.since));
        return answer(Response.created(URI.create("/api/units/" + unit.code())), lookup.find(unit.code()));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response describe(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Version version,
            @Valid @NotNull NewDescription body) {
        registering.describe(code, Version.required(version), body.description());
        return answer(Response.ok(), lookup.find(code));
    }

    @POST
    @Path("/{code}/moves")
    @Idempotent
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response move(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Version version,
            @Valid @NotNull Move body) {
        registering.move(code, Version.optional(version), body.regionCode, body.type, body.from, body.reason);
        return answer(Response.ok(), lookup.find(code));
    }

    @POST
    @Path("/{code}/closure")
    @Idempotent
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response close(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) Version version,
            @Valid @NotNull Closure body) {
        registering.close(code, Version.optional(version), body.from, body.reason);
        return answer(Response.ok(), lookup.find(code));
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({ADMINISTRATOR, Person.OPERATOR})
    public Response importUnits(
            InputStream file,
            @QueryParam("name") String name,
            @QueryParam("dryRun") boolean dryRun,
            @Context HttpHeaders headers) {
        return answer.to(importing, file, name, dryRun, headers);
    }

    private static Response answer(Response.ResponseBuilder status, UnitView unit) {
        return status.entity(unit).tag(Long.toString(unit.version())).build();
    }
}
