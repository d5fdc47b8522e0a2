package org.jielian.units.registry;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.imports.RowError;
import org.jielian.foundation.imports.RowImporter;
import org.jielian.foundation.imports.Tally;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;
import org.jielian.units.regions.Region;
import org.jielian.units.regions.Regions;
import org.jielian.units.registry.UnitChange.Action;

/**
 * Takes a file of institutions: new ones are registered, others described anew, and moved where the file says since when. The same file
 * twice changes nothing.
 */
@Singleton
class ImportingUnits implements RowImporter {
    @Inject
    Person person;

    @Inject
    Units units;

    @Inject
    Regions regions;

    @Inject
    Homes homes;

    @Inject
    NodePaths nodePaths;

    @Inject
    UnitRegister register;

    @Override
    public String kind() {
        return "units";
    }

    @Override
    public Set<String> roles() {
        return Set.of(UnitsResource.ADMINISTRATOR, Person.OPERATOR);
    }

    @Override
    public List<String> requiredColumns() {
        return UnitLine.REQUIRED;
    }

    @Override
    public List<String> optionalColumns() {
        return UnitLine.OPTIONAL;
    }

    /** The name beside the region's code stands in a template for people to read. */
    @Override
    public boolean ignores(String column) {
        return column.equals("region_name");
    }

    @Override
    public Session begin(UUID job) {
        Map<String, Long> seen = new HashMap<>();
        return new Session() {
            @Override
            public void recall(List<TableRow> rows) {
                read(rows, seen, new Tally());
            }

            @Override
            public void apply(List<TableRow> rows, Tally tally) {
                new Chunk(read(rows, seen, tally), tally, job).apply();
            }
        };
    }

    private static List<UnitLine> read(List<TableRow> rows, Map<String, Long> seen, Tally tally) {
        List<UnitLine> lines = new ArrayList<>();
        for (TableRow row : rows) {
            List<RowError> errors = new ArrayList<>();
            UnitLine line = UnitLine.read(row, errors);
            Long earlier = line == null ? null : seen.putIfAbsent(line.code().value(), row.line());
            if (line == null) {
                tally.refused(row, errors);
            } else if (earlier != null) {
                tally.refused(row, "unit_code", "DUPLICATE_ROW", Text.of("与第 %s 行重复", "repeats line %s", earlier));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Some lines, with everything they have to be compared with. */
    private class Chunk {
        private final List<UnitLine> lines;
        private final Tally tally;
        private final Map<String, Unit> present;
        private final Map<String, Region> home;
        private final Set<String> taken;
        private final List<UnitChange> changes = new ArrayList<>();

        private final UUID job;

        Chunk(List<UnitLine> lines, Tally tally, UUID job) {
            this.lines = lines;
            this.tally = tally;
            this.job = job;
            homes.holdStill();
            List<String> codes = lines.stream().map(line -> line.code().value()).toList();
            present = units.namedForChange(codes);
            taken = nodePaths.existing(codes);
            home = regions.named(
                    lines.stream().map(UnitLine::regionCode).distinct().toList());
        }

        void apply() {
            for (UnitLine line : lines) {
                Unit unit = present.get(line.code().value());
                if (refusedForItsRegion(line, unit)) continue;
                if (unit == null) register(line);
                else change(line, unit);
            }
            register.settle(changes, job);
        }

        /** What lies outside of the person's part of the chain is refused in the same words whether it exists or not. */
        private boolean refusedForItsRegion(UnitLine line, Unit unit) {
            String region = line.regionCode();
            if (!person.isOperator() && !region.equals(person.node())) {
                tally.refused(
                        line.row(),
                        "region_code",
                        "NOT_YOURS",
                        Text.of("%s 不由您直接管理", "%s is not administered by you", region));
            } else if (!home.containsKey(region)) {
                tally.refused(
                        line.row(),
                        "region_code",
                        "UNKNOWN_REGION",
                        Text.of("没有区划 %s", "there is no region %s", region));
            } else if (unit == null && taken.contains(line.code().value())) {
                tally.refused(line.row(), "unit_code", "UNIT_EXISTS", Text.of("已在别处登记", "is registered elsewhere"));
            } else if (unit != null
                    && !person.isOperator()
                    && !unit.regionCode().equals(person.node())) {
                tally.refused(
                        line.row(),
                        "unit_code",
                        "NOT_YOURS",
                        Text.of(
                                "现隶属 %s，不由您直接管理",
                                "it belongs to %s and is not administered by you", unit.regionCode()));
            } else {
                return false;
            }
            return true;
        }

        private void register(UnitLine line) {
            Region region = home.get(line.regionCode());
            homes.refusal(line.belonging(region), region)
                    .ifPresentOrElse(
                            refusal -> refuse(line, line.since() == null ? "region_code" : "since", refusal), () -> {
                                Unit unit = Unit.register(line.code(), line.description(), line.belonging(region));
                                changes.add(new UnitChange(Action.REGISTERED, unit, null, null));
                                tally.added(line.row());
                            });
        }

        private void change(UnitLine line, Unit unit) {
            boolean moves = !unit.regionCode().equals(line.regionCode()) || unit.type() != line.type();
            boolean sinceDiffers = line.since() != null && !line.since().equals(unit.since());
            if (!moves && !sinceDiffers && line.description(unit).equals(unit.description())) {
                tally.unchanged(line.row());
                return;
            }
            if (moves && line.since() == null) {
                String column = unit.type() == line.type() ? "region_code" : "type";
                tally.refused(
                        line.row(),
                        column,
                        "MOVE_NEEDS_MONTH",
                        Text.of(
                                "现为 %s %s；变更须在 since 列注明起始月份",
                                "it is %s, %s; a move needs its month in the column since",
                                unit.regionCode(),
                                unit.type()));
            } else if (!moves && sinceDiffers) {
                tally.refused(
                        line.row(),
                        "since",
                        "SINCE_DIFFERS",
                        Text.of("自 %s 起已隶属此处", "it has belonged there since %s", unit.since()));
            } else {
                apply(line, unit, moves);
            }
        }

        private void apply(UnitLine line, Unit unit, boolean moves) {
            Region region = home.get(line.regionCode());
            UnitState before = unit.state();
            Description described = line.description(unit);
            try {
                if (moves)
                    homes.refusal(line.belonging(region), region).ifPresent(refusal -> {
                        throw refusal;
                    });
                boolean moved = moves && unit.move(line.belonging(region));
                unit.describe(described);
                changes.add(new UnitChange(moved ? Action.MOVED : Action.DESCRIBED, unit, before, null));
                tally.changed(line.row(), () -> line.differences(before, described));
            } catch (ProblemException refusal) {
                refuse(line, moves ? "since" : "unit_code", refusal);
            }
        }

        private void refuse(UnitLine line, String column, ProblemException refusal) {
            tally.refused(line.row(), column, refusal.type().name(), refusal.detail());
        }
    }
}
