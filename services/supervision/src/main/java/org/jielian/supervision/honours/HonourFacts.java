package org.jielian.supervision.honours;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jielian.directory.DirectoryChanged;

/** Selections stand where their region stands, lines where their unit does. */
@ApplicationScoped
class HonourFacts {
    @Inject
    EntityManager em;

    void directoryChanged(@Observes DirectoryChanged change) {
        String[] regions = change.regions().toArray(String[]::new);
        String[] units = change.units().toArray(String[]::new);
        moved(
                "honour_line t set region_path = n.path from honour_selection s, node_path n where s.id = t.selection_id"
                        + " and n.code = s.region and n.code = any(?1) and t.region_path <> n.path",
                regions);
        moved(
                "honour_selection t set path = n.path from node_path n where n.code = t.region and n.code = any(?1) and t.path <> n.path",
                regions);
        moved(
                "honour_line t set path = n.path from node_path n where n.code = t.unit_code and n.code = any(?1) and t.path <> n.path",
                units);
    }

    private void moved(String update, String[] nodes) {
        em.createNativeQuery("update " + update).setParameter(1, nodes).executeUpdate();
    }
}
