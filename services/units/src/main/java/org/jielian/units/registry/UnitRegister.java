package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.units.regions.PathMoved;
import org.jielian.units.regions.Region;
import org.jielian.units.regions.Regions;

/** Makes changes of the register true: stored, told and audited in one transaction, with the paths that scopes are compared by. */
@ApplicationScoped
class UnitRegister {
    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    NodePaths nodePaths;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Transactional(TxType.MANDATORY)
    void settle(List<UnitChange> changes) {
        settle(changes, null);
    }

    /** The same, with the import that made the changes; {@code null} for none. */
    @Transactional(TxType.MANDATORY)
    void settle(List<UnitChange> changes, UUID importJob) {
        if (changes.isEmpty()) return;
        placeAll(changes);
        units.flush();
        List<Outbox.Fact> facts = new ArrayList<>();
        List<AuditTrail.Change> entries = new ArrayList<>();
        for (UnitChange change : changes) {
            Unit unit = change.unit();
            UnitState now = unit.state();
            facts.add(new Outbox.Fact(UnitState.TOPIC, unit.code(), now));
            entries.add(new AuditTrail.Change(
                    change.action().name(),
                    subject(unit.code()),
                    now.version(),
                    unit.path(),
                    change.before(),
                    now,
                    change.reason(),
                    importJob));
        }
        outbox.appendAll(facts);
        audit.recordAll(entries);
    }

    static String subject(String unitCode) {
        return "unit/" + unitCode;
    }

    private void placeAll(List<UnitChange> changes) {
        Map<String, Region> homes = regions.named(
                changes.stream().map(c -> c.unit().regionCode()).distinct().toList());
        List<NodePaths.Node> fresh = new ArrayList<>();
        List<NodePaths.Move> moved = new ArrayList<>();
        for (UnitChange change : changes) {
            Unit unit = change.unit();
            String old = unit.path();
            String path = homes.get(unit.regionCode()).path() + unit.code() + "/";
            unit.standAt(path);
            if (change.before() == null) {
                units.persist(unit);
                fresh.add(new NodePaths.Node(unit.code(), path, true));
            } else if (!path.equals(old)) {
                moved.add(new NodePaths.Move(old, path));
            }
        }
        nodePaths.putAll(fresh);
        nodePaths.moveAll(moved);
    }

    /** The region moved in the tree: the institutions on it are found, and guarded, at the new place. */
    void follow(@Observes PathMoved moved) {
        units.getEntityManager()
                .createNativeQuery("""
                        update unit set path = ?2 || substr(path, length(?1) + 1)
                        where path >= ?1 and path < ?3""")
                .setParameter(1, moved.from())
                .setParameter(2, moved.to())
                .setParameter(3, PathRange.end(moved.from()))
                .executeUpdate();
    }
}
