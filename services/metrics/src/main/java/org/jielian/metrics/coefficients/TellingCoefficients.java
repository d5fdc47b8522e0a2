package org.jielian.metrics.coefficients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jielian.contracts.CoefficientsState;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.metrics.forms.Form;
import org.jielian.metrics.forms.Forms;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Tells the coefficient sets when the service starts with others than were told last. They change by migration only. */
@Singleton
class TellingCoefficients {
    /** Held while they are told, so that of several instances that start one tells. */
    private static final long LOCK = 4_210_320;

    @Inject
    Coefficients coefficients;

    @Inject
    Quantities quantities;

    @Inject
    Forms forms;

    @Inject
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Transactional
    void started(@Observes StartupEvent started) {
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as held")
                .setParameter(1, LOCK)
                .getSingleResult();
        coefficients.all().forEach(this::tell);
    }

    private void tell(CoefficientSet set) {
        CoefficientsState state = state(set, 1);
        List<?> version = em.createNativeQuery("""
                        insert into told_coefficients as told (set_code, version, content) values (?1, 1, cast(?2 as jsonb))
                        on conflict (set_code) do update set version = told.version + 1, content = excluded.content
                        where told.content <> excluded.content
                        returning version""")
                .setParameter(1, set.code())
                .setParameter(2, write(state))
                .getResultList();
        if (version.isEmpty()) return;
        outbox.append(CoefficientsState.TOPIC, set.code(), state(set, ((Number) version.get(0)).longValue()));
    }

    private CoefficientsState state(CoefficientSet set, long version) {
        List<CoefficientsState.Coefficient> told = new ArrayList<>();
        for (Quantity quantity : quantities.all()) {
            set.coefficients().stream()
                    .filter(c -> c.carrier().equals(quantity.carrier()))
                    .map(c -> new CoefficientsState.Coefficient(
                            quantity.code(),
                            c.yearFrom(),
                            c.unitOfMeasure(),
                            c.kgce(BigDecimal.ONE),
                            c.co2Kg(BigDecimal.ONE)))
                    .forEach(told::add);
        }
        List<CoefficientsState.Form> months =
                forms.all().stream().map(TellingCoefficients::form).toList();
        return new CoefficientsState(set.code(), version, set.zh(), set.en(), told, months);
    }

    private static CoefficientsState.Form form(Form form) {
        return new CoefficientsState.Form(form.code(), form.from());
    }

    private String write(CoefficientsState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a set that can't be written: " + state.setCode(), e);
        }
    }
}
