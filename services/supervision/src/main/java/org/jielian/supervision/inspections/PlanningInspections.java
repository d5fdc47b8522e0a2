package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.drawing.Draw;
import org.jielian.supervision.inspections.Checklists.Unit;
import org.jielian.supervision.inspections.InspectionPlan.Drawn;

/** A region plans inspections: which units, by whom, on which days. */
@Singleton
class PlanningInspections {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Plans plans;

    @Inject
    Inspections inspections;

    @Inject
    InspectionNews news;

    @Inject
    Checklists checklists;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    WorkingDays working;

    @Inject
    InspectionsConfig config;

    @Inject
    Clock clock;

    /**
     * What is asked for.
     *
     * @param inspecting the city that inspects; only for {@code CROSS_CITY}
     * @param units codes; {@code null} for {@code DOUBLE_RANDOM}, which draws them
     * @param many how many units are drawn
     * @param type institution type of the units in the hat; {@code null} for all
     * @param inspectors by name: all in the hat for {@code DOUBLE_RANDOM}, those who go otherwise
     * @param seed what the draw is made of; {@code null} for one by chance
     */
    record Asked(
            String region,
            InspectionKind kind,
            String name,
            String standardCode,
            Integer year,
            LocalDate from,
            LocalDate to,
            String inspecting,
            List<String> units,
            Integer many,
            String type,
            List<String> inspectors,
            String seed,
            String reason) {}

    @Transactional
    UUID plan(Asked asked) {
        String region = PlanRules.requireRegion(asked);
        String path = access.requireSees(region);
        // a unit's own people plan nothing, and neither does anybody in the name of a region that is not theirs
        if (!region.equals(person.node()) || plans.tierOf(region) == null) throw access.outside(region);
        PlanRules.requireWhole(asked, today());
        List<String> people = PlanRules.names(asked.inspectors());
        String inspecting = asked.kind() == InspectionKind.CROSS_CITY
                ? PlanRules.requireCityBelow(asked.inspecting(), plans, region, access)
                : region;
        Drawn drawn = asked.kind() == InspectionKind.DOUBLE_RANDOM ? draw(asked, path, people) : null;
        List<Unit> units = units(asked, drawn, path, inspecting);
        // fails now rather than on the day, when somebody stands at the door without a checklist
        units.stream()
                .collect(Collectors.toMap(Unit::regionCode, Unit::code, (one, other) -> one))
                .values()
                .forEach(unit -> checklists.of(unit, asked.standardCode(), asked.from()));
        UUID id = UUID.randomUUID();
        plans.add(id, asked, inspecting, drawn, path);
        List<LocalDate> days = days(asked.from(), asked.to());
        for (int i = 0; i < units.size(); i++) {
            Inspection inspection = of(asked, id, units.get(i), inspecting);
            inspection.day = days.get((int) ((long) i * days.size() / units.size()));
            inspection.inspectors.addAll(drawn == null ? people : inspectors(drawn, inspection.unitCode));
            inspections.add(inspection, units.get(i).path());
            news.planned(inspection);
        }
        return id;
    }

    private Drawn draw(Asked asked, String path, List<String> people) {
        String seed = asked.seed() == null || asked.seed().isBlank()
                ? byChance()
                : asked.seed().strip();
        List<String> hat = checklists
                .population(path, asked.type(), YearMonth.now(clock).toString())
                .stream()
                .map(Unit::code)
                .toList();
        return PlanRules.requireDrawable(new Drawn(
                seed,
                Draw.ALGORITHM,
                hat,
                asked.many() == null ? 0 : asked.many(),
                people,
                Math.min(config.inspectorsDrawn(), people.size())));
    }

    static List<String> units(Drawn drawn) {
        return Draw.of(drawn.unitsInHat(), drawn.unitsWanted(), drawn.seed());
    }

    static List<String> inspectors(Drawn drawn, String unit) {
        return Draw.of(drawn.inspectorsInHat(), drawn.inspectorsWanted(), drawn.seed() + "/" + unit);
    }

    private static String byChance() {
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private List<Unit> units(Asked asked, Drawn drawn, String path, String inspecting) {
        var codes = new LinkedHashSet<>(drawn == null ? PlanRules.names(asked.units()) : units(drawn));
        if (codes.isEmpty() || codes.size() > config.unitsOfAPlan()) {
            throw InspectionProblem.NOT_A_VALID_PLAN.because(
                    "请给出 1 至 %s 个单位", "name 1 to %s units", config.unitsOfAPlan());
        }
        List<Unit> units = new ArrayList<>();
        checklists.units(codes, YearMonth.now(clock).toString()).forEach((code, unit) -> {
            if (unit == null || !unit.path().startsWith(path)) throw access.outside(code);
            if (unit.closed())
                throw InspectionProblem.NOT_A_VALID_PLAN.because("单位 %s 已撤并", "the unit %s is closed", code);
            boolean own = unit.path().contains("/" + inspecting + "/");
            if (asked.kind() == InspectionKind.CROSS_CITY && own) {
                throw InspectionProblem.NOT_A_VALID_PLAN.because(
                        "%s 属于检查方自己的城市，不是交叉检查",
                        "%s stands below the city that inspects, which is no cross-city inspection", code);
            }
            units.add(unit);
        });
        return units;
    }

    private Inspection of(Asked asked, UUID plan, Unit unit, String inspecting) {
        Inspection inspection = new Inspection();
        inspection.id = UUID.randomUUID();
        inspection.plan = plan;
        inspection.planName = asked.name().strip();
        inspection.kind = asked.kind();
        inspection.standardCode = asked.standardCode();
        inspection.year = asked.year();
        inspection.unitCode = unit.code();
        inspection.unitName = unit.name();
        inspection.regionCode = unit.regionCode();
        inspection.inspecting = inspecting;
        inspection.inspectingName = plans.nameOf(inspecting);
        return inspection;
    }

    /** The working days from one day to the other; the first day at least, which may be none when somebody wants it so. */
    private List<LocalDate> days(LocalDate from, LocalDate to) {
        List<LocalDate> days =
                from.datesUntil(to.plusDays(1)).filter(working::isWorking).toList();
        return days.isEmpty() ? List.of(from) : days;
    }

    /**
     * A draw once more.
     *
     * @param same whether the kept list and seed give what was inspected
     * @param units who is drawn, each with its inspectors
     */
    record Repeated(boolean same, String seed, String algorithm, Map<String, List<String>> units) {}

    /** Draws again from what was kept, and compares with the inspections there are. */
    @Transactional
    Repeated repeat(UUID id) {
        InspectionPlan plan = plans.require(id);
        if (plan.draw() == null) {
            throw InspectionProblem.NOT_A_VALID_PLAN.because("只有双随机计划有抽取", "only a double random plan has a draw");
        }
        Map<String, List<String>> drawn = new LinkedHashMap<>();
        units(plan.draw()).forEach(unit -> drawn.put(unit, inspectors(plan.draw(), unit)));
        return new Repeated(
                drawn.equals(plans.inspectorsByUnit(id)),
                plan.draw().seed(),
                plan.draw().algorithm(),
                drawn);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
