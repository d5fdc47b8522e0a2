package org.jielian.supervision.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.stream.Stream;
import org.jielian.directory.DirectoryChanged;

/** Sheets, findings and targets stand where their node stands. */
@ApplicationScoped
class AssessmentFacts {
    @Inject
    EntityManager em;

    void directoryChanged(@Observes DirectoryChanged change) {
        String[] moved = Stream.concat(change.regions().stream(), change.units().stream())
                .toArray(String[]::new);
        moved("assessment", "assessed", moved);
        moved("assessment_finding", "node", moved);
        moved("programme_target", "node", moved);
    }

    private void moved(String table, String node, String[] moved) {
        em.createNativeQuery("update " + table + " t set path = n.path from node_path n where n.code = t." + node
                        + " and n.code = any(?1) and t.path <> n.path")
                .setParameter(1, moved)
                .executeUpdate();
    }
}
