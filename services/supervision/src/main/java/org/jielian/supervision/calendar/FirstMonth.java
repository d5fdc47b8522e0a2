package org.jielian.supervision.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.BusinessTime;

/** From which month on something missing opens a task or is late, so that years that were loaded afterwards flood nobody. */
@ApplicationScoped
public class FirstMonth {
    @Inject
    EntityManager em;

    @Inject
    CalendarConfig config;

    @Inject
    Clock clock;

    /** Once it stands in the database it never changes. */
    private volatile YearMonth known;

    /** The configured one, or the month in which this was asked first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public YearMonth get() {
        return config.firstMonth().orElseGet(this::ofInstallation);
    }

    private YearMonth ofInstallation() {
        if (known != null) return known;
        Optional<YearMonth> found = find();
        if (found.isPresent()) {
            known = found.get();
            return known;
        }
        YearMonth now = YearMonth.from(clock.instant().atZone(BusinessTime.ZONE));
        em.createNativeQuery("insert into tasks_begin (month) values (?1) on conflict do nothing")
                .setParameter(1, now.toString())
                .executeUpdate();
        // another instance may have been first, and this transaction may yet fail
        return find().orElseThrow();
    }

    private Optional<YearMonth> find() {
        List<?> months = em.createNativeQuery("select cast(month as text) from tasks_begin")
                .getResultList();
        return months.stream().map(month -> YearMonth.parse((String) month)).findFirst();
    }
}
