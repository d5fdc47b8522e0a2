package org.jielian.portal.standards;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** What somebody wants to see of the results; what is not said is completed. */
public class ResultsParams {
    @RestQuery
    String standard;

    @RestQuery
    Integer year;

    @RestQuery
    String indicator;

    @RestQuery
    String band;

    @RestQuery
    String q;

    @RestQuery
    String cursor;

    /** @param lastYear the year that is asked about when none is named */
    ResultsParams completed(int lastYear) {
        ResultsParams whole = new ResultsParams();
        whole.standard = blankToNull(standard) == null ? "JNJG" : standard;
        whole.year = year == null ? lastYear : year;
        whole.indicator = blankToNull(indicator) == null ? "E_CAP" : indicator;
        whole.band = blankToNull(band);
        whole.q = blankToNull(q);
        whole.cursor = blankToNull(cursor);
        return whole;
    }

    /** The same filters in an address, from the first page on. */
    String query() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("standard", standard);
        said.put("year", String.valueOf(year));
        said.put("indicator", indicator);
        said.put("band", band);
        said.put("q", q);
        return said.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public String standard() {
        return standard;
    }

    public int year() {
        return year;
    }

    public String q() {
        return q == null ? "" : q;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
