package org.jielian.metrics.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.Status;
import org.jielian.metrics.calendar.Due;
import org.jielian.metrics.calendar.DueDates;
import org.jielian.metrics.reports.Remarks;
import org.jielian.metrics.reports.Return;
import org.jielian.metrics.review.ReviewLine.Before;
import org.jielian.metrics.review.ReviewLine.Influence;
import org.jielian.metrics.review.ReviewLine.Risk;
import org.jielian.metrics.rollups.RegionEnergy;
import org.jielian.metrics.validation.Finding;

/** Makes lines of the rows of an inbox, with what the unit reported before and what the region adds up to. */
@Singleton
class ReadingLines {
    private static final TypeReference<Map<String, BigDecimal>> QUANTITIES = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Risk.Part>> PARTS = new TypeReference<>() {};
    private static final TypeReference<Remarks> REMARKS = new TypeReference<>() {};
    private static final TypeReference<Return> RETURN = new TypeReference<>() {};
    private static final int SHARE_DECIMALS = 6;
    private static final int CHANGE_DECIMALS = 4;

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Energy energy;

    @Inject
    RegionEnergy regionEnergy;

    @Inject
    RegionsOfLines regions;

    @Inject
    DueDates dueDates;

    List<ReviewLine> lines(String region, YearMonth period, List<Object[]> rows) {
        if (rows.isEmpty()) return List.of();
        List<String> units = rows.stream().map(r -> (String) r[0]).toList();
        Map<String, Before> before = before(units, List.of(period.minusMonths(1), period.minusYears(1)));
        Map<String, String> names =
                regions.names(rows.stream().map(r -> (String) r[3]).toList());
        var counted = regions.countedIn(
                region, period, rows.stream().map(r -> (String) r[15]).toList());
        Map<String, Due> due = new HashMap<>();
        BigDecimal whole = regionEnergy.kgce(region, period);
        List<ReviewLine> lines = new ArrayList<>(rows.size());
        for (Object[] r : rows) {
            Map<String, BigDecimal> quantities = read((String) r[9], QUANTITIES);
            BigDecimal own = energy.kgce(quantities, period.getYear());
            lines.add(new ReviewLine(
                    (String) r[0],
                    (String) r[1],
                    InstitutionType.valueOf((String) r[2]),
                    (String) r[3],
                    names.get((String) r[3]),
                    period,
                    ((Number) r[4]).longValue(),
                    Status.valueOf((String) r[5]),
                    (Instant) r[6],
                    timeliness((String) r[15], period, (Instant) r[6], due),
                    (Instant) r[7],
                    (String) r[8],
                    quantities,
                    (BigDecimal) r[10],
                    (BigDecimal) r[11],
                    read((String) r[12], REMARKS),
                    read((String) r[13], FINDINGS),
                    read((String) r[14], RETURN),
                    risk(((Number) r[16]).intValue(), (String) r[17], (String) r[18]),
                    influence(own, whole, counted.contains((String) r[15])),
                    against(before.get(r[0] + "/" + period.minusMonths(1)), own),
                    against(before.get(r[0] + "/" + period.minusYears(1)), own)));
        }
        return lines;
    }

    private Due.Timeliness timeliness(String region, YearMonth period, Instant submittedAt, Map<String, Due> known) {
        if (region == null) return null;
        return known.computeIfAbsent(region, code -> dueDates.ofUnitsIn(code, period))
                .of(submittedAt);
    }

    private Risk risk(int points, String level, String parts) {
        return new Risk(points, level, points == 0, read(parts, PARTS));
    }

    private static Influence influence(BigDecimal own, BigDecimal whole, boolean countsHere) {
        boolean known = countsHere && own != null && whole != null && whole.signum() > 0;
        return new Influence(own, whole, known ? own.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP) : null);
    }

    private static Before against(Before before, BigDecimal now) {
        if (before == null) return null;
        BigDecimal then = before.energyKgce();
        if (now == null || then == null || then.signum() == 0) return before;
        BigDecimal change = now.subtract(then).divide(then, CHANGE_DECIMALS, RoundingMode.HALF_UP);
        return new Before(
                before.period(),
                before.status(),
                before.quantities(),
                before.headcount(),
                before.floorArea(),
                then,
                change);
    }

    private Map<String, Before> before(List<String> units, List<YearMonth> months) {
        Map<String, Before> found = new HashMap<>();
        List<?> rows = em.createNativeQuery("""
                        select unit_code, period, status, cast(quantities as text), headcount, floor_area from report
                        where unit_code in (:units) and period in (:months) and status <> 'WITHDRAWN'""")
                .setParameter("units", units)
                .setParameter("months", months.stream().map(YearMonth::toString).toList())
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            YearMonth month = YearMonth.parse((String) r[1]);
            Map<String, BigDecimal> quantities = read((String) r[3], QUANTITIES);
            found.put(
                    r[0] + "/" + month,
                    new Before(
                            month,
                            Status.valueOf((String) r[2]),
                            quantities,
                            (BigDecimal) r[4],
                            (BigDecimal) r[5],
                            energy.kgce(quantities, month.getYear()),
                            null));
        }
        return found;
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report that can't be read", e);
        }
    }
}
