package org.jielian.portal.figures;

import org.jielian.contracts.InstitutionType;

/**
 * What of a region is looked at. Filters stand in the address and travel with every step down.
 *
 * @param layer {@code live} or {@code reviewed}
 * @param set name of the coefficient set
 * @param type {@code null} for all types
 */
public record Filters(Span span, String layer, String set, InstitutionType type) {
    public static final String LIVE = "live";
    public static final String REVIEWED = "reviewed";
    public static final String STAT = "STAT";
    public static final String QUOTA = "QUOTA";

    public Filters with(Span other) {
        return new Filters(other, layer, set, type);
    }

    /** The same in the layer of all that was handed in. */
    public Filters live() {
        return new Filters(span, LIVE, set, type);
    }

    public String typeCode() {
        return type == null ? null : type.name();
    }

    /** As the query of an address; what is as usual is left out. */
    public String query() {
        return "?" + further().substring(1);
    }

    /** The same, to be added to the query of an address that has one already. */
    public String further() {
        StringBuilder query = new StringBuilder("&period=").append(span.text());
        if (!LIVE.equals(layer)) query.append("&layer=").append(layer);
        if (!STAT.equals(set)) query.append("&set=").append(set);
        if (type != null) query.append("&type=").append(type);
        return query.toString();
    }
}
