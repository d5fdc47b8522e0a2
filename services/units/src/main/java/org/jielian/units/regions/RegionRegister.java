package org.jielian.units.regions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jielian.contracts.RegionState;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;

/** Makes changes of the tree true: stored, told and audited in one transaction, with every path below brought up to date. */
@ApplicationScoped
public class RegionRegister {
    @Inject
    Regions regions;

    @Inject
    NodePaths nodePaths;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<PathMoved> pathMoved;

    /** The tree in the caller's sight, to be changed; other changes wait until this transaction ends. */
    @Transactional(TxType.MANDATORY)
    public TreeChanges open() {
        return new TreeChanges(regions.allForChange());
    }

    /** Makes the changes true and returns the codes of the regions concerned. */
    @Transactional(TxType.MANDATORY)
    public List<String> settle(TreeChanges changes, String reason) {
        for (Region region : changes.begun()) region.standAt(changes.tree().path(region.code()));
        // a parent is stored before what stands under it
        changes.begun().stream().sorted(Comparator.comparing(Region::path)).forEach(regions::persist);
        List<PathMoved> moved = followTheTree(changes);
        regions.flush();
        nodePaths.putAll(changes.begun().stream()
                .map(region -> new NodePaths.Node(region.code(), region.path(), false))
                .toList());
        nodePaths.moveAll(
                moved.stream().map(m -> new NodePaths.Move(m.from(), m.to())).toList());
        moved.forEach(pathMoved::fire);
        tell(changes, reason);
        return List.copyOf(changes.before().keySet());
    }

    /** The longest paths first: what hangs on a region that moves by itself must not be taken along by the region above. */
    private static List<PathMoved> followTheTree(TreeChanges changes) {
        List<PathMoved> moved = new ArrayList<>();
        for (Region region : changes.regions()) {
            String to = changes.tree().path(region.code());
            if (region.path().equals(to)) continue;
            moved.add(new PathMoved(region.path(), to));
            region.standAt(to);
        }
        moved.sort(Comparator.comparing((PathMoved m) -> m.from().length()).reversed());
        return moved;
    }

    private void tell(TreeChanges changes, String reason) {
        List<Outbox.Fact> facts = new ArrayList<>();
        List<AuditTrail.Change> entries = new ArrayList<>();
        changes.before().forEach((code, before) -> {
            Region region = changes.region(code);
            RegionState now = region.state();
            facts.add(new Outbox.Fact(RegionState.TOPIC, code, now));
            entries.add(new AuditTrail.Change(
                    action(before, now), "region/" + code, now.version(), region.path(), before, now, reason));
        });
        outbox.appendAll(facts);
        audit.recordAll(entries);
    }

    private static String action(RegionState before, RegionState now) {
        if (before == null) return "REGION_BEGUN";
        return now.closedFrom() != null && before.closedFrom() == null ? "REGION_CLOSED" : "REGION_CHANGED";
    }
}
