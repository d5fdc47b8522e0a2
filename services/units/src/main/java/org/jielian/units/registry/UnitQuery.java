package org.jielian.units.registry;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.problems.CommonProblem;

/** Which institutions are asked for, and in what order. */
public class UnitQuery {
    /** Active ones, closed ones. */
    public enum Status {
        ACTIVE,
        CLOSED
    }

    /** Everything at and below this region; the caller's own node if not given. */
    @QueryParam("region")
    String region;

    /** Only those that hang on the region itself. */
    @QueryParam("direct")
    boolean direct;

    /** Part of a name, or the beginning of a code. */
    @QueryParam("search")
    String search;

    @QueryParam("type")
    String type;

    @QueryParam("status")
    String status;

    @QueryParam("sort")
    @DefaultValue("code")
    String sort;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    InstitutionType wantedType() {
        return oneOf(InstitutionType.class, "type", type);
    }

    Status wantedStatus() {
        return oneOf(Status.class, "status", status);
    }

    UnitOrder order() {
        return UnitOrder.of(sort);
    }

    private static <E extends Enum<E>> E oneOf(Class<E> values, String parameter, String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return Enum.valueOf(values, text);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID.because("参数 %s 不能是 %s", "%s cannot be %s", parameter, text);
        }
    }
}
