package org.jielian.metrics.calendar;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.problems.CommonProblem;

/** By when months are reported and closed. */
@Path("/api/calendar/{code}")
@Blocking
public class CalendarResource {
    @Inject
    ReadingCalendar reading;

    @Inject
    SettingCalendar setting;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /**
     * What a region says of due days; {@code null} inherits.
     *
     * @param from first month it holds for; the month under way when absent
     * @param unitDay day of the following month by which units report; the others by which regions close
     * @param graceDays working days after the due day within which nothing is late
     * @param reason why, for the audit trail
     */
    public record Setting(
            String from,
            Integer unitDay,
            Integer countyDay,
            Integer cityDay,
            Integer provinceDay,
            Integer graceDays,
            String reason) {
        Map<Level, Integer> days() {
            Map<Level, Integer> days = new EnumMap<>(Level.class);
            if (unitDay != null) days.put(Level.UNIT, unitDay);
            if (countyDay != null) days.put(Level.COUNTY, countyDay);
            if (cityDay != null) days.put(Level.CITY, cityDay);
            if (provinceDay != null) days.put(Level.PROVINCE, provinceDay);
            return days;
        }
    }

    /** The months of a year. */
    public record Months(List<MonthView> items) {}

    @GET
    @Transactional
    public Response calendar(@PathParam("code") String region, @QueryParam("year") String year) {
        access.requireSees(region);
        return answer(reading.of(region, year(year)));
    }

    @PUT
    @RolesAllowed({"administrator", "operator"})
    public Response set(
            @PathParam("code") String region, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Setting body) {
        if (body == null) throw CommonProblem.INVALID.because("缺少日历设置", "the body is missing");
        setting.set(region, body, version(ifMatch));
        return calendar(region, null);
    }

    /** How the months of a year of a unit, or of a region's own closing, stand. */
    @GET
    @Path("/months")
    @Transactional
    public Months months(@PathParam("code") String code, @QueryParam("year") String year) {
        access.requireSees(code);
        Year asked = year(year);
        return new Months(IntStream.rangeClosed(1, 12)
                .mapToObj(m -> reading.month(code, asked.atMonth(m)))
                .toList());
    }

    @GET
    @Path("/{period}")
    @Transactional
    public MonthView month(@PathParam("code") String code, @PathParam("period") String period) {
        access.requireSees(code);
        return reading.month(code, month(period));
    }

    private static Response answer(CalendarView calendar) {
        return Response.ok(calendar)
                .tag(new EntityTag(Long.toString(calendar.version())))
                .build();
    }

    private Year year(String text) {
        if (text == null || text.isBlank()) return Year.now(clock);
        if (!text.matches("\\d{4}")) throw invalid(text);
        return Year.parse(text);
    }

    private static YearMonth month(String text) {
        try {
            if (text.matches("\\d{4}-\\d{2}")) return YearMonth.parse(text);
        } catch (DateTimeException noSuchMonth) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    private static RuntimeException invalid(String text) {
        return CommonProblem.INVALID.because("%s 不是有效的期间", "%s is not a period", text);
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
