package org.jielian.supervision.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
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

    /** The configured one, or the month in which this was asked first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public YearMonth get() {
        return config.firstMonth().orElseGet(this::ofInstallation);
    }

    private YearMonth ofInstallation() {
        YearMonth now = YearMonth.from(clock.instant().atZone(BusinessTime.ZONE));
        em.createNativeQuery("insert into tasks_begin (month) values (?1) on conflict do nothing")
                .setParameter(1, now.toString())
                .executeUpdate();
        return YearMonth.parse((String) em.createNativeQuery("select cast(month as text) from tasks_begin")
                .getSingleResult());
    }
}
