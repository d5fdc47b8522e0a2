package org.jielian.metrics.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.metrics.coefficients.CoefficientSet;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.reporting.ReportingView.Month;
import org.jielian.metrics.reporting.ReportingView.Status;

/** The twelve months of some units. */
@Singleton
class MonthsOfUnits {
    private static final TypeReference<Map<String, BigDecimal>> SUMS = new TypeReference<>() {};

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Quantities quantities;

    @Inject
    Coefficients coefficients;

    @Inject
    Clock clock;

    private record Reported(Status status, long version, Map<String, BigDecimal> quantities) {}

    Map<String, List<Month>> of(List<String> units, Year year) {
        Map<String, Reported> reports = reports(units, year);
        Map<String, List<String[]>> belongings = belongings(units);
        CoefficientSet usual = coefficients.require(null);
        Map<String, List<Month>> months = new HashMap<>();
        for (String unit : units) {
            List<Month> ofUnit = new ArrayList<>(12);
            for (int m = 1; m <= 12; m++) {
                YearMonth period = year.atMonth(m);
                Reported reported = reports.get(unit + "/" + period);
                ofUnit.add(
                        reported == null
                                ? new Month(period, withoutReport(period, belongings.get(unit)), null, null, null)
                                : month(period, reported, usual));
            }
            months.put(unit, ofUnit);
        }
        return months;
    }

    private Status withoutReport(YearMonth period, List<String[]> ranges) {
        String month = period.toString();
        boolean expected = ranges != null
                && ranges.stream().anyMatch(r -> r[0].compareTo(month) <= 0 && month.compareTo(r[1]) < 0);
        if (!expected) return Status.NOT_EXPECTED;
        return period.isBefore(YearMonth.now(clock)) ? Status.MISSING : Status.NOT_DUE;
    }

    private Month month(YearMonth period, Reported reported, CoefficientSet set) {
        if (reported.status() == Status.WITHDRAWN) {
            return new Month(period, Status.WITHDRAWN, reported.version(), null, null);
        }
        Map<Quantity, BigDecimal> sums = new HashMap<>();
        reported.quantities().forEach((code, value) -> sums.put(quantities.find(code), value));
        BigDecimal kgce = set.kgce(sums, period.getYear());
        return new Month(
                period,
                reported.status(),
                reported.version(),
                kgce == null ? null : kgce.setScale(2, RoundingMode.HALF_UP),
                reported.quantities().get("electricityKwh"));
    }

    private Map<String, Reported> reports(List<String> units, Year year) {
        Map<String, Reported> found = new HashMap<>();
        List<?> rows = em.createNativeQuery("""
                        select unit_code, period, status, version, cast(quantities as text) from report
                        where unit_code in (:units) and period between :from and :to""")
                .setParameter("units", units)
                .setParameter("from", year.atMonth(1).toString())
                .setParameter("to", year.atMonth(12).toString())
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            found.put(
                    r[0] + "/" + r[1],
                    new Reported(Status.valueOf((String) r[2]), ((Number) r[3]).longValue(), read((String) r[4])));
        }
        return found;
    }

    private Map<String, List<String[]>> belongings(List<String> units) {
        Map<String, List<String[]>> found = new HashMap<>();
        for (Object row : em.createNativeQuery(
                        "select unit_code, cast(from_month as text), cast(to_month as text) from unit_belonging where unit_code in (:units)")
                .setParameter("units", units)
                .getResultList()) {
            Object[] r = (Object[]) row;
            found.computeIfAbsent((String) r[0], u -> new ArrayList<>())
                    .add(new String[] {(String) r[1], (String) r[2]});
        }
        return found;
    }

    private Map<String, BigDecimal> read(String quantities) {
        try {
            return json.readValue(quantities, SUMS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that can't be read", e);
        }
    }
}
