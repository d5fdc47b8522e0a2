package org.jielian.supervision.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import org.jielian.contracts.CoefficientsState;
import org.jielian.supervision.standards.Releases;

/** Opens rulebooks. */
@Singleton
public class Rulebooks {
    @Inject
    EntityManager em;

    @Inject
    Releases releases;

    @Inject
    ObjectMapper json;

    public Rulebook open() {
        Map<String, CoefficientsState> sets = new HashMap<>();
        for (Object state : em.createNativeQuery("select cast(state as text) from known_coefficients")
                .getResultList()) {
            CoefficientsState set = read((String) state);
            sets.put(set.setCode(), set);
        }
        return new Rulebook(releases, sets);
    }

    private CoefficientsState read(String state) {
        try {
            return json.readValue(state, CoefficientsState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept coefficient set that can't be read", e);
        }
    }
}
