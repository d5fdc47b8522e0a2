package org.jielian.units.regions;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jielian.contracts.Tier;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.imports.RowImporter;
import org.jielian.foundation.imports.Tally;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;

/**
 * Takes a list of regions ({@code code,name,level,parent_code}). New ones begin, a differing name is corrected; a differing level or
 * parent is refused, since that is a reorganisation and has a date. The same list twice changes nothing.
 *
 * <p>Within a chunk the order of the rows does not matter; beyond it a region stands after its parent.
 */
@Singleton
class ImportingRegions implements RowImporter {
    /** Regions of a first list have always been there, as far as this programme looks back. */
    static final YearMonth BEGINNING = YearMonth.of(2000, 1);

    @Inject
    RegionRegister register;

    @Override
    public String kind() {
        return "regions";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Person.OPERATOR);
    }

    @Override
    public List<String> requiredColumns() {
        return List.of("code", "name", "level", "parent_code");
    }

    @Override
    public Session begin(UUID job) {
        return new Import();
    }

    /** A row that can be understood. */
    private record Line(TableRow row, String code, String name, Tier tier, String parentCode) {}

    private class Import implements Session {
        private final Map<String, Long> seen = new HashMap<>();
        /** What earlier chunks began, to be begun again where a dry run has taken it back. */
        private final Map<String, Line> begunBefore = new LinkedHashMap<>();

        @Override
        public void recall(List<TableRow> rows) {
            for (TableRow row : rows) if (row.get("code") != null) seen.putIfAbsent(row.get("code"), row.line());
        }

        @Override
        public void apply(List<TableRow> rows, Tally tally) {
            TreeChanges changes = register.open();
            for (Line line : begunBefore.values()) if (changes.region(line.code()) == null) begin(changes, line);
            List<Line> fresh = new ArrayList<>();
            for (TableRow row : rows) {
                read(row, tally).ifPresent(line -> {
                    if (changes.region(line.code()) == null) fresh.add(line);
                    else compare(changes, line, tally);
                });
            }
            beginAll(changes, fresh, tally);
            register.settle(changes, null);
        }

        private Optional<Line> read(TableRow row, Tally tally) {
            String code = row.get("code");
            Long earlier = code == null ? null : seen.putIfAbsent(code, row.line());
            if (earlier != null) {
                tally.refused(row, "code", "DUPLICATE_ROW", Text.of("与第 %s 行重复", "repeats line %s", earlier));
                return Optional.empty();
            }
            try {
                Tier tier = Tier.valueOf(String.valueOf(row.get("level")));
                return Optional.of(new Line(row, String.valueOf(code), row.get("name"), tier, row.get("parent_code")));
            } catch (IllegalArgumentException e) {
                tally.refused(
                        row,
                        "level",
                        "UNKNOWN_LEVEL",
                        new Text("应为 PROVINCE、CITY 或 COUNTY", "has to be PROVINCE, CITY or COUNTY"));
                return Optional.empty();
            }
        }

        private void compare(TreeChanges changes, Line line, Tally tally) {
            Region region = changes.region(line.code());
            if (region.tier() != line.tier()) {
                tally.refused(
                        line.row(),
                        "level",
                        "LEVEL_DIFFERS",
                        Text.of("现为 %s，变更须通过区划调整", "it is %s; a change is a reorganisation", region.tier()));
            } else if (!region.parentCode().equals(Optional.ofNullable(line.parentCode()))) {
                tally.refused(
                        line.row(),
                        "parent_code",
                        "PARENT_DIFFERS",
                        Text.of(
                                "现隶属 %s，变更须通过区划调整",
                                "it stands under %s; a change is a reorganisation",
                                region.parentCode().orElse("-")));
            } else if (region.name().equals(line.name())) {
                tally.unchanged(line.row());
            } else {
                Map<String, String> before = Map.of("name", region.name());
                attempt(
                        line,
                        tally,
                        () -> changes.rename(line.code(), line.name()),
                        () -> tally.changed(line.row(), () -> before));
            }
        }

        /** Round after round begins the regions whose parents are there; what is left has no parent, or only itself. */
        private void beginAll(TreeChanges changes, List<Line> fresh, Tally tally) {
            List<Line> waiting = new ArrayList<>(fresh);
            for (boolean more = true; more; ) {
                more = waiting.removeIf(line -> {
                    if (line.parentCode() != null && changes.region(line.parentCode()) == null) return false;
                    attempt(line, tally, () -> begin(changes, line), () -> {
                        tally.added(line.row());
                        begunBefore.put(line.code(), line);
                    });
                    return true;
                });
            }
            for (Line line : waiting) {
                tally.refused(
                        line.row(),
                        "parent_code",
                        "PARENT_UNKNOWN",
                        Text.of("没有上级区划 %s", "there is no parent %s above it", line.parentCode()));
            }
        }

        private void begin(TreeChanges changes, Line line) {
            changes.begin(line.code(), line.name(), line.tier(), line.parentCode(), BEGINNING);
        }

        private void attempt(Line line, Tally tally, Runnable change, Runnable then) {
            try {
                change.run();
                then.run();
            } catch (ProblemException e) {
                tally.refused(line.row(), columnOf(e), e.type().name(), e.detail());
            }
        }
    }

    private static String columnOf(ProblemException e) {
        if (e.type() == RegionProblem.INVALID_REGION_NAME) return "name";
        return e.type() == RegionProblem.INVALID_REGION_CODE ? "code" : "parent_code";
    }
}
