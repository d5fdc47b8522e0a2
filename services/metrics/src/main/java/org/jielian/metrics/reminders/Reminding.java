package org.jielian.metrics.reminders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.reminders.RemindersResource.Reminder;
import org.jielian.metrics.reporting.Outstanding;

/**
 * A tier reminds the units it administers, and the regions right below it of what is outstanding there. Nobody is reminded twice a day of
 * the same month, whoever asks for it.
 */
@ApplicationScoped
class Reminding {
    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    Outstanding outstanding;

    @Inject
    Notices notices;

    @Inject
    AuditTrail audit;

    @Transactional
    Reminded remind(String region, Reminder reminder) {
        String path = access.requireActs(region);
        if (paths.find(region).filter(NodePaths.Node::isUnit).isPresent()) {
            throw CommonProblem.FORBIDDEN.because("单位不能催报", "a unit reminds nobody");
        }
        requireRightBelow(path, reminder);
        YearMonth period = reminder.period();
        Map<String, Outstanding.Unit> units =
                byCode(outstanding.direct(region, path, period, reminder.state()), Outstanding.Unit::code);
        Map<String, Outstanding.Region> regions = byCode(
                outstanding.below(path, period).stream()
                        .filter(r -> r.count(reminder.state()) > 0)
                        .toList(),
                Outstanding.Region::code);
        if (reminder.state() == null) {
            units.keySet().retainAll(Set.copyOf(reminder.units()));
            regions.keySet().retainAll(Set.copyOf(reminder.regions()));
        }
        String from = nameOf(region);
        List<Notice> all = new ArrayList<>();
        units.values().forEach(unit -> all.add(ReminderTexts.toUnit(unit, period, from)));
        regions.values().forEach(below -> all.add(ReminderTexts.toRegion(below, period, from)));
        Reminded result = result(reminder, units.keySet(), regions.keySet(), notices.tellBelow(all));
        if (result.reminded() > 0) {
            audit.record("REMINDED", "reminders/" + region + "/" + period, path, null, result, null);
        }
        return result;
    }

    /** Nothing happens at all when somebody is named who is not the region's to remind. */
    private void requireRightBelow(String path, Reminder reminder) {
        for (String unit : reminder.units()) requireStands(unit, path, true);
        for (String region : reminder.regions()) requireStands(region, path, false);
    }

    private void requireStands(String code, String path, boolean unit) {
        access.requireSees(code);
        boolean rightBelow = paths.find(code)
                .filter(node -> node.isUnit() == unit && node.path().equals(path + code + "/"))
                .isPresent();
        if (rightBelow) return;
        throw unit
                ? CommonProblem.FORBIDDEN.because("%s 不是本级直接管理的单位", "%s is not a unit you administer", code)
                : CommonProblem.FORBIDDEN.because("%s 不是本级的直接下级地区", "%s is not a region right below yours", code);
    }

    private static Reminded result(Reminder reminder, Set<String> units, Set<String> regions, Set<String> told) {
        Set<String> outstanding = new HashSet<>(units);
        outstanding.addAll(regions);
        List<String> named = new ArrayList<>(reminder.units());
        named.addAll(reminder.regions());
        return new Reminded(
                told.size(),
                sorted(units, told::contains),
                sorted(regions, told::contains),
                sorted(outstanding, code -> !told.contains(code)),
                sorted(named, code -> !outstanding.contains(code)));
    }

    private static List<String> sorted(Collection<String> codes, Predicate<String> which) {
        return codes.stream().filter(which).distinct().sorted().toList();
    }

    private static <T> Map<String, T> byCode(List<T> all, Function<T, String> code) {
        return all.stream().collect(Collectors.toMap(code, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private String nameOf(String region) {
        return (String) em.createNativeQuery("select name from known_region where code = ?1")
                .setParameter(1, region)
                .getSingleResult();
    }
}
