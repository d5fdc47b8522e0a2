package org.jielian.foundation.paging;

import jakarta.ws.rs.QueryParam;
import org.jielian.foundation.problems.Parameters;

/** What every list is asked: whom or what to find, in which order, and which page of it. */
public abstract class ListQuery {
    /** Part of a name, or the beginning of a code. */
    @QueryParam("q")
    public String q;

    /** What the list is sorted by; each list says by what it can be. */
    @QueryParam("sort")
    public String sort;

    /** {@code asc} or {@code desc}; ascending unless asked for otherwise. */
    @QueryParam("order")
    public String order;

    /** Where the page begins, as the page before said; the first page without it. */
    @QueryParam("cursor")
    public String cursor;

    /** How many at most. */
    @QueryParam("limit")
    public Integer limit;

    /** {@code null} when everything is asked for. */
    public final String q() {
        return Parameters.blankToNull(q);
    }

    /** One of the known words, the first of them unless another is asked for. */
    protected final String sortedBy(String... known) {
        String asked = Parameters.among("sort", sort, known);
        return asked == null ? known[0] : asked;
    }

    protected final boolean descending() {
        return "desc".equals(Parameters.among("order", order, "asc", "desc"));
    }
}
