package org.jielian.portal.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jielian.contracts.RollupState;

/** Hears every change of the roll-up and tells the open pages that show the region. */
@ApplicationScoped
class Feed {
    private static final Logger LOG = Logger.getLogger(Feed.class);

    @Inject
    ObjectMapper json;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();

    @Incoming("rollups")
    void hear(List<String> states) {
        if (watches.isEmpty()) return;
        for (String state : states) hear(state);
    }

    /** A fact nobody can read moves no page; metrics, which wrote it, is where it has to be put right. */
    private void hear(String state) {
        try {
            RollupState rollup = json.readValue(state, RollupState.class);
            watches.forEach(watch -> watch.heard(rollup.regionCode(), rollup.period(), rollup.asOf()));
        } catch (JsonProcessingException e) {
            LOG.warnf(e, "a roll-up fact can't be read");
        }
    }

    void open(Watch watch) {
        watches.add(watch);
    }

    void close(Watch watch) {
        watches.remove(watch);
    }
}
