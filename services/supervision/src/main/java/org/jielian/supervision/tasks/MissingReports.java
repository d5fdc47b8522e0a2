package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.calendar.DueDays;
import org.jielian.supervision.calendar.FirstMonth;

/** Reports that should be there by the calendar of the region that administers the unit, and are not. */
@Singleton
class MissingReports {
    /** How far back it is looked, months. */
    private static final int MONTHS = 12;

    @Inject
    EntityManager em;

    @Inject
    FirstMonth first;

    @Inject
    DueDays days;

    /** The months that are looked at: those before the running one, as far back as one looks. */
    List<YearMonth> months(LocalDate today) {
        YearMonth oldest = YearMonth.from(today).minusMonths(MONTHS);
        YearMonth begin = first.get();
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth m = oldest.isBefore(begin) ? begin : oldest;
                m.isBefore(YearMonth.from(today));
                m = m.plusMonths(1)) months.add(m);
        return months;
    }

    /** Of a month, where its day has passed, what has not been handed in or was taken back. */
    List<Cause> causes(YearMonth month, LocalDate today) {
        return causes(month, days.open().passed(month, today));
    }

    private List<Cause> causes(YearMonth month, Map<String, LocalDate> passed) {
        if (passed.isEmpty()) return List.of();
        List<?> rows = em.createNativeQuery("""
                        select k.code, k.name, b.region_code from unit_belonging b join known_unit k on k.code = b.unit_code
                        where b.from_month <= ?1 and ?1 < b.to_month and b.region_code = any(?2) and k.path is not null
                        and not exists (select from report_copy r
                            where r.unit_code = k.code and r.period = ?1 and r.status <> 'WITHDRAWN')
                        order by k.code""")
                .setParameter(1, month.toString())
                .setParameter(2, passed.keySet().toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> cause(r, month, passed.get((String) r[2])))
                .toList();
    }

    private static Cause cause(Object[] r, YearMonth month, LocalDate day) {
        return new Cause(
                TaskKind.REPORT_MISSING,
                (String) r[0],
                month.toString(),
                month.toString(),
                Text.of("%s 月报逾期未报：%s", "%s report missing: %s", month, r[1]),
                Text.of("应于 %s 前报送 %s 月用能数据。", "The figures of %2$s were to be reported by %1$s.", day, month));
    }
}
