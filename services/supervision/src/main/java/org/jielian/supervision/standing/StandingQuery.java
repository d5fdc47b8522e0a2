package org.jielian.supervision.standing;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the matrix. */
public class StandingQuery {
    /** Key of the release at the top of the chain that is followed: {@code 330000/JNJG/2}. */
    @QueryParam("origin")
    String origin;

    /** Everything below instead of the regions directly below. */
    @QueryParam("all")
    @DefaultValue("false")
    boolean all;

    /** Only those in this state: {@code UNDELIVERED}, or an answer. */
    @QueryParam("state")
    String state;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String origin() {
        if (origin == null || origin.split("/").length != 3) {
            throw CommonProblem.INVALID.because(
                    "请用 origin 指明版本，如 330000/JNJG/2", "name the release as origin, such as 330000/JNJG/2");
        }
        return origin;
    }

    String state() {
        return Parameters.among("state", state, "UNDELIVERED", "OPEN", "CONFIRMED", "LOCALISED", "INHERITED", "VOID");
    }
}
