package org.jielian.supervision.cascade;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.standards.PackageFiles;
import org.jielian.supervision.standards.StandardProblem;

/** What reached a region from the tier above, and what the region makes of it. */
@Path("/api/adoptions")
@Blocking
public class AdoptionsResource {
    @Inject
    Answering answering;

    @Inject
    Incoming incoming;

    @Inject
    ListingAdoptions listing;

    @Inject
    Holds holds;

    @Inject
    PackageFiles files;

    /** When the region's own release takes effect, and when those below have to answer; either may be left out. */
    public record Confirmation(LocalDate effectiveFrom, LocalDate adoptBy) {
        static Answering.Dates dates(Confirmation stated) {
            return stated == null
                    ? new Answering.Dates(null, null)
                    : new Answering.Dates(stated.effectiveFrom(), stated.adoptBy());
        }
    }

    /** What the region makes stricter and what it adds. */
    public record Localisation(List<Edit> edits, List<Item> items, LocalDate effectiveFrom, LocalDate adoptBy) {
        public Localisation {
            edits = edits == null ? List.of() : edits;
            items = items == null ? List.of() : items;
        }

        Answering.Dates dates() {
            return new Answering.Dates(effectiveFrom, adoptBy);
        }
    }

    /** All that reached a region, what waits for an answer first. */
    @GET
    @Path("/{region}")
    public Page<ListingAdoptions.Line> list(
            @PathParam("region") String region,
            @QueryParam("answer") AdoptionState.Answer answer,
            @QueryParam("conflicts") @DefaultValue("false") boolean conflicts,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return listing.page(region, answer, conflicts, cursor, limit);
    }

    @GET
    @Path("/{region}/{issuer}/{standard}/{number}")
    public Response look(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number) {
        Incoming.Arrival arrival = incoming.look(region, ReleaseState.key(issuer, standard, number));
        return Response.ok(arrival).tag(tag(arrival.adoption())).build();
    }

    @POST
    @Path("/{region}/{issuer}/{standard}/{number}/reading")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "reviewer", "operator"})
    public Response read(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number) {
        return answer(answering.read(region, ReleaseState.key(issuer, standard, number)));
    }

    @POST
    @Path("/{region}/{issuer}/{standard}/{number}/confirmation")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response confirm(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            Confirmation confirmation) {
        return answer(answering.confirm(
                region, ReleaseState.key(issuer, standard, number), Confirmation.dates(confirmation)));
    }

    /** With {@code dryRun} it is only checked. */
    @POST
    @Path("/{region}/{issuer}/{standard}/{number}/localisation")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response localise(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            Localisation l) {
        if (l == null) throw CommonProblem.INVALID.because("缺少内容", "the body is missing");
        requireStated(l);
        String key = ReleaseState.key(issuer, standard, number);
        if (!dryRun) return answer(answering.localise(region, key, l.edits(), l.items(), l.dates()));
        var localised = answering.tryOut(region, key, l.edits(), l.items());
        if (!localised.defects().isEmpty()) throw StandardProblem.NOT_TIGHTER.at(localised.defects());
        return Response.ok(new Tried(localised.edits())).build();
    }

    /** What is really stricter than above. */
    public record Tried(List<Edit> edits) {}

    private static void requireStated(Localisation localisation) {
        for (Edit edit : localisation.edits()) {
            if (edit == null || edit.place() == null || edit.value() == null) {
                throw CommonProblem.INVALID.because("每项修改都要有 place 和 value", "each edit has a place and a value");
            }
        }
        if (localisation.items().stream().anyMatch(i -> i == null || i.points() == null || i.name() == null)) {
            throw CommonProblem.INVALID.because("地方指标应有名称和分值", "a local item has a name and points");
        }
    }

    /** The same by a file, JSON or xlsx, that holds the whole package. */
    @PUT
    @Path("/{region}/{issuer}/{standard}/{number}/localisation/content")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response localiseByFile(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            InputStream file) {
        String key = ReleaseState.key(issuer, standard, number);
        answering.look(region, key);
        return answer(answering.localise(region, key, files.read(file), new Answering.Dates(null, null)));
    }

    /** Regions that receive and answer nothing for the time being. */
    @GET
    @Path("/holds")
    @RolesAllowed("operator")
    public List<Holds.Hold> holds() {
        return holds.all();
    }

    @PUT
    @Path("/holds/{region}")
    @RolesAllowed("operator")
    public void hold(@PathParam("region") String region) {
        holds.hold(region);
    }

    @DELETE
    @Path("/holds/{region}")
    @RolesAllowed("operator")
    public void resume(@PathParam("region") String region) {
        holds.resume(region);
    }

    private static Response answer(AdoptionState adoption) {
        return Response.ok(adoption).tag(tag(adoption)).build();
    }

    private static EntityTag tag(AdoptionState adoption) {
        return new EntityTag(Long.toString(adoption.version()));
    }
}
