package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jielian.contracts.UnitState;
import org.jielian.units.registry.UnitChange.Action;

/** Lets institutions follow when their regions are reorganised. */
@ApplicationScoped
public class FollowingRegions {
    @Inject
    Units units;

    @Inject
    UnitRegister register;

    /** Those of the codes that do not belong to the region in that month, or are out of the caller's sight. */
    @Transactional(TxType.MANDATORY)
    public Set<String> strangers(String regionCode, Collection<String> codes, YearMonth month) {
        Set<String> strangers = new TreeSet<>(codes);
        for (Unit unit : units.everInForChange(regionCode)) {
            boolean belongs = unit.state()
                    .belongingIn(month)
                    .filter(b -> b.regionCode().equals(regionCode))
                    .isPresent();
            if (belongs) strangers.remove(unit.code());
        }
        return strangers;
    }

    /**
     * Everything at once, as things stood before: what passes from one region to a second does not pass on from there to a third.
     *
     * @return how many institutions are concerned
     */
    @Transactional(TxType.MANDATORY)
    public int follow(List<Succession> successions, YearMonth from, String reason) {
        Map<String, Unit> concerned = new TreeMap<>();
        Map<String, Map<String, String>> successors = new HashMap<>();
        for (Succession s : successions) {
            for (Unit unit : units.everInForChange(s.oldCode())) {
                if (!s.only().isEmpty() && !s.only().contains(unit.code())) continue;
                concerned.put(unit.code(), unit);
                Map<String, String> ofUnit = successors.computeIfAbsent(unit.code(), code -> new HashMap<>());
                // who is named takes precedence over whoever takes the rest
                if (s.only().isEmpty()) ofUnit.putIfAbsent(s.oldCode(), s.newCode());
                else ofUnit.put(s.oldCode(), s.newCode());
            }
        }
        List<UnitChange> changes = new ArrayList<>();
        for (Unit unit : concerned.values()) {
            UnitState before = unit.state();
            if (unit.follow(successors.get(unit.code()), from)) {
                changes.add(new UnitChange(Action.REORGANISED, unit, before, reason));
            }
        }
        register.settle(changes);
        return changes.size();
    }
}
