package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.access.Access;
import org.jielian.supervision.evaluation.Missing.Code;

/** A region's result with the bands of the units below it, and its children beside each other. */
@Singleton
class RegionResults {
    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    ReadingResults reading;

    @Inject
    Results results;

    @Inject
    EvaluationConfig config;

    /** Unit-months, and the share that was reported in per cent; {@code null} when nothing was expected. */
    record Coverage(long expected, long reported, BigDecimal percent) {
        static Coverage of(Result r) {
            BigDecimal percent = r.monthsExpected() == 0
                    ? null
                    : BigDecimal.valueOf(100 * r.monthsReported())
                            .divide(BigDecimal.valueOf(r.monthsExpected()), 2, RoundingMode.HALF_UP);
            return new Coverage(r.monthsExpected(), r.monthsReported(), percent);
        }
    }

    /** How many units below are in which band of an indicator, and how many in none. */
    record Bands(Indicator indicator, Map<String, Long> counts, long none) {}

    /**
     * A region directly below.
     *
     * @param ranks place among its siblings by indicator, the lowest figure first; {@code null} when it is not ranked
     * @param unranked why it is not
     */
    record Child(
            String regionCode,
            String name,
            String tier,
            Coverage coverage,
            Map<Indicator, BigDecimal> values,
            List<Bands> bands,
            Map<Indicator, Integer> ranks,
            Missing unranked) {}

    /** A region's result. */
    record View(
            @JsonUnwrapped ReadingResults.View result, List<Bands> bands, Coverage coverage, List<Child> children) {}

    @Transactional
    View of(String region, String standard, int year) {
        String path = access.requireSees(region);
        ReadingResults.View own = reading.of(region, standard, year);
        return new View(own, bands(path, standard, year), Coverage.of(own.result()), children(path, standard, year));
    }

    private List<Bands> bands(String path, String standard, int year) {
        List<Bands> bands = new ArrayList<>();
        for (Indicator indicator :
                List.of(Indicator.E_AREA_NONHEAT, Indicator.E_CAP, Indicator.EL_AREA, Indicator.W_CAP)) {
            List<?> rows = em.createNativeQuery("""
                            select coalesce(bands ->> ?4, 'NONE'), count(*) from result
                            where is_unit and path ~>=~ ?1 and starts_with(path, ?1) and standard_code = ?2 and year = ?3 group by 1""")
                    .setParameter(1, path)
                    .setParameter(2, standard)
                    .setParameter(3, year)
                    .setParameter(4, indicator.name())
                    .getResultList();
            Map<String, Long> counts = new TreeMap<>();
            rows.stream()
                    .map(row -> (Object[]) row)
                    .forEach(r -> counts.put((String) r[0], ((Number) r[1]).longValue()));
            Long none = counts.remove("NONE");
            bands.add(new Bands(indicator, counts, none == null ? 0 : none));
        }
        return bands;
    }

    private List<Child> children(String path, String standard, int year) {
        List<?> rows = em.createNativeQuery("""
                        select c.code, c.name, c.tier, c.path, cast(r.body as text) from known_region c
                        left join result r on r.node = c.code and r.standard_code = ?2 and r.year = ?3
                        where c.path = ?1 || c.code || '/' and c.closed_from is null order by c.code""")
                .setParameter(1, path)
                .setParameter(2, standard)
                .setParameter(3, year)
                .getResultList();
        List<Child> children = rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> child(r, standard, year))
                .toList();
        return children.stream().map(child -> ranked(child, children)).toList();
    }

    private Child child(Object[] r, String standard, int year) {
        Result result = r[4] == null ? null : results.read((String) r[4]);
        Map<Indicator, BigDecimal> values = new LinkedHashMap<>();
        if (result != null) result.figures().forEach(f -> values.put(f.indicator(), f.value()));
        Coverage coverage = result == null ? new Coverage(0, 0, null) : Coverage.of(result);
        return new Child(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                coverage,
                values,
                bands((String) r[3], standard, year),
                null,
                unranked(result, coverage));
    }

    private Missing unranked(Result result, Coverage coverage) {
        if (result == null) return Code.NO_REPORTS.missing();
        boolean enough = coverage.percent() != null && coverage.percent().compareTo(config.rankFromCoverage()) >= 0;
        return enough ? null : Code.LOW_COVERAGE.missing();
    }

    private static Child ranked(Child child, List<Child> siblings) {
        if (child.unranked() != null) return child;
        Map<Indicator, Integer> ranks = new LinkedHashMap<>();
        child.values().forEach((indicator, value) -> {
            if (value == null) return;
            long better = siblings.stream()
                    .filter(s -> s.unranked() == null)
                    .map(s -> s.values().get(indicator))
                    .filter(other -> other != null && other.compareTo(value) < 0)
                    .count();
            ranks.put(indicator, (int) better + 1);
        });
        return new Child(
                child.regionCode(),
                child.name(),
                child.tier(),
                child.coverage(),
                child.values(),
                child.bands(),
                ranks,
                null);
    }
}
