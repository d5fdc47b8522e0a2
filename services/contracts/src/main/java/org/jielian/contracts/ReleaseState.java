package org.jielian.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One dated release of a standard as a region issued it for itself and everything below, on {@value #TOPIC}, keyed by {@link #key()}; a
 * newer version replaces the older one entirely. Only the status ever changes: the content of a release is immutable, and a correction is
 * another release.
 *
 * @param regionCode the region that issued it
 * @param standardCode which standard
 * @param number counts the releases of this standard by this region, from 1
 * @param version grows when the status changes
 * @param status whether it counts
 * @param name what the standard is called
 * @param legalBasis the documents it rests on; {@code null} if none is named
 * @param basis key of the release of the tier above that this one confirms or localises; {@code null} where the standard begins
 * @param origin key of the release at the top of the chain; its own key where the standard begins
 * @param replaces number of this region's release that it follows; {@code null} for the first
 * @param effectiveFrom the day from which on it holds
 * @param adoptBy the day by which the regions below confirm or localise, after which they inherit by silence; {@code null} when they
 *     inherit at once
 * @param transition which periods are judged by it
 * @param adoption how it came about
 * @param edits what this region made stricter than its basis, by place, as text; empty where the standard begins
 * @param setBy which region set the value of a place, where it is not the one at the top of the chain
 * @param content the whole package as it holds in this region
 * @param publishedAt when it was issued
 * @param publishedBy by whom
 */
public record ReleaseState(
        String regionCode,
        String standardCode,
        int number,
        long version,
        Status status,
        StandardPackage.Name name,
        String legalBasis,
        String basis,
        String origin,
        Integer replaces,
        LocalDate effectiveFrom,
        LocalDate adoptBy,
        Transition transition,
        Adoption adoption,
        List<Edit> edits,
        Map<String, String> setBy,
        StandardPackage content,
        Instant publishedAt,
        String publishedBy) {
    public static final String TOPIC = "supervision.release.v1";

    /** Whether a release counts. */
    public enum Status {
        ISSUED,
        /** Another release took its place before it took effect. */
        SUPERSEDED,
        /** Taken back before it took effect. */
        WITHDRAWN
    }

    /** Which periods a release is used for. */
    public enum Transition {
        /** Periods that begin on or after the day it takes effect. */
        NEW_PERIODS_ONLY,
        /** Also the period in which that day lies. */
        FROM_DATE,
        /** All periods of the year in which that day lies. */
        RECOMPUTE_YEAR
    }

    /** How a region came to its release. */
    public enum Adoption {
        /** The standard begins here. */
        ORIGIN,
        CONFIRMED,
        LOCALISED,
        /** Nobody answered in time: inherited by silence (默认继承). */
        INHERITED
    }

    /**
     * One value a region made stricter.
     *
     * @param place where in the package: {@code quotas/AGENCY.CITY.A.&#42;/E_CAP/CONSTRAINT}
     * @param value what it is now
     */
    public record Edit(String place, String value) {}

    /** The fact's key: region, standard, number. */
    public String key() {
        return key(regionCode, standardCode, number);
    }

    public static String key(String regionCode, String standardCode, int number) {
        return regionCode + "/" + standardCode + "/" + number;
    }
}
