package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.recognition.State;

/** Applications for the title that a tier has kept beyond its day; each stay at a tier is a cause of its own. */
@Singleton
class LateReviews {
    @Inject
    EntityManager em;

    List<Cause> causes(LocalDate today) {
        List<?> rows = em.createNativeQuery("""
                        select t.holder, k.name, t.state, cast(t.due as text), cast(t.id as text)
                        from title t join known_unit k on k.code = t.unit_code
                        where t.state in ('COUNTY_REVIEW', 'CITY_REVIEW', 'PROVINCE_REVIEW') and t.due < ?1
                        order by t.holder, t.due, t.id""").setParameter(1, today).getResultList();
        return rows.stream().map(row -> cause((Object[]) row)).toList();
    }

    private static Cause cause(Object[] r) {
        Text state = State.valueOf((String) r[2]).label();
        String due = (String) r[3];
        return new Cause(
                TaskKind.REVIEW_LATE,
                (String) r[0],
                due.substring(0, 7),
                r[4] + "/" + r[2] + "/" + due,
                Text.of("认定审核逾期：%s", "Review late: %s", r[1]),
                new Text(
                        "%s应于 %s 前完成。".formatted(state.zh(), due),
                        "It should have been done by %s: %s.".formatted(due, state.en())));
    }
}
