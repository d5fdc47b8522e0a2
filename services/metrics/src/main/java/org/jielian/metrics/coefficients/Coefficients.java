package org.jielian.metrics.coefficients;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.problems.CommonProblem;

/** The coefficient sets. They change by migration only and are therefore read once. */
@Singleton
public class Coefficients {
    /** The set of the national survey, used where nobody asks for another. */
    public static final String USUAL = "STAT";

    @Inject
    EntityManager em;

    private volatile Map<String, CoefficientSet> sets;

    /** All sets, the usual one first. */
    public List<CoefficientSet> all() {
        return List.copyOf(sets().values());
    }

    /** The set of that name; refuses an unknown one. */
    public CoefficientSet require(String code) {
        CoefficientSet set = sets().get(code == null ? USUAL : code);
        if (set == null)
            throw CommonProblem.INVALID.because(
                    "没有名为 %s 的折算系数，可用：%s", "there is no coefficient set %s, only %s", code, sets().keySet());
        return set;
    }

    private Map<String, CoefficientSet> sets() {
        if (sets == null) sets = load();
        return sets;
    }

    private Map<String, CoefficientSet> load() {
        Map<String, CoefficientSet> loaded = new LinkedHashMap<>();
        for (Object row : em.createNativeQuery("select code, zh, en from coefficient_set order by position")
                .getResultList()) {
            Object[] r = (Object[]) row;
            String code = (String) r[0];
            loaded.put(code, new CoefficientSet(code, (String) r[1], (String) r[2], coefficientsOf(code)));
        }
        return loaded;
    }

    private List<Coefficient> coefficientsOf(String set) {
        List<?> rows = em.createNativeQuery("""
                        select carrier, year_from, unit_of_measure, density_kg_per_unit, kgce_per_base, co2_kg_per_base, note
                        from coefficient where set_code = ?1 order by carrier, year_from""").setParameter(1, set).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Coefficient(
                        (String) r[0],
                        ((Number) r[1]).intValue(),
                        (String) r[2],
                        (BigDecimal) r[3],
                        (BigDecimal) r[4],
                        (BigDecimal) r[5],
                        (String) r[6]))
                .toList();
    }
}
