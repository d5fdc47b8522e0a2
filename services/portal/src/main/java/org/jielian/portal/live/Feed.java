package org.jielian.portal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.RollupState;

/** Hears every change of the roll-up and every step of a release on its way down, and tells the open pages that show it. */
@ApplicationScoped
class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);

    @Inject
    ObjectMapper json;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    @Incoming("rollups")
    void hearRollups(List<String> states) {
        hear(states, RollupState.class, Watch::heard);
    }

    @Incoming("adoptions")
    void hearAdoptions(List<String> states) {
        hear(states, AdoptionState.class, Watch::heard);
    }

    /** A fact nobody can read moves no page; the service which wrote it is where it has to be put right. */
    private <T> void hear(List<String> states, Class<T> type, BiConsumer<Watch, T> tell) {
        if (watches.isEmpty()) return;
        for (String state : states) {
            try {
                T fact = json.readValue(state, type);
                watches.forEach(watch -> tell.accept(watch, fact));
            } catch (JsonProcessingException e) {
                LOG.warnf(e, "a fact can't be read type=%s", type.getSimpleName());
            }
        }
    }

    void open(Watch watch) {
        watches.add(watch);
    }

    void close(Watch watch) {
        watches.remove(watch);
    }
}
