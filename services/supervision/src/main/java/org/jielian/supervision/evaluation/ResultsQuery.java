package org.jielian.supervision.evaluation;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.problems.CommonProblem;

/** What is asked of the list of units' results. */
public class ResultsQuery {
    /** The region at or below which the units stand. */
    @QueryParam("region")
    String region;

    @QueryParam("standard")
    String standard;

    @QueryParam("year")
    Integer year;

    /** The figure that is listed. */
    @QueryParam("indicator")
    @DefaultValue("E_CAP")
    String indicator;

    /** Only units in this band; {@code NONE} for those without one. */
    @QueryParam("band")
    String band;

    /** Part of a unit's name or the beginning of its code. */
    @QueryParam("q")
    String q;

    /** {@code value} or {@code code}. */
    @QueryParam("sort")
    @DefaultValue("code")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String region() {
        return required("region", region);
    }

    String standard() {
        return required("standard", standard);
    }

    int year() {
        return ResultsQuery.year(year);
    }

    Indicator indicator() {
        return Arrays.stream(Indicator.values())
                .filter(i -> i.name().equals(indicator))
                .findFirst()
                .orElseThrow(() -> invalid("indicator", indicator));
    }

    String band() {
        if (band == null || band.isBlank()) return null;
        boolean known = band.equals("NONE")
                || Arrays.stream(Band.values()).anyMatch(b -> b.name().equals(band));
        if (!known) throw invalid("band", band);
        return band;
    }

    String q() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    boolean byValue() {
        if (!sort.equals("value") && !sort.equals("code")) throw invalid("sort", sort);
        return sort.equals("value");
    }

    boolean descending() {
        if (!order.equals("asc") && !order.equals("desc")) throw invalid("order", order);
        return order.equals("desc");
    }

    static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw CommonProblem.INVALID.because("请给出参数 %s", "the parameter %s is missing", name);
        }
        return value;
    }

    static int year(Integer year) {
        if (year == null || year < 2000 || year > 2100) throw invalid("year", String.valueOf(year));
        return year;
    }

    private static RuntimeException invalid(String name, String value) {
        return CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }
}
