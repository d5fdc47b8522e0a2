package org.jielian.units.registry;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.OptimisticLock;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;

/**
 * One public institution (公共机构) with every region it ever belonged to. It is registered, described anew, moves and closes; it is
 * never deleted, since its months stay counted.
 */
@Entity
public class Unit {
    @Id
    private String code;

    private String name;
    private BigDecimal floorArea;
    private int headcount;
    private boolean hasCanteen;

    @Enumerated(EnumType.STRING)
    private Heating heating;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Enumerated(EnumType.STRING)
    private UnitLevel level;

    /** Region, type and month of the last belonging: where it is administered and found. */
    private String regionCode;

    @Enumerated(EnumType.STRING)
    private InstitutionType type;

    private YearMonth since;

    private YearMonth closedFrom;

    /** The region's path and its own code. Follows the region, which is no new version of the unit. */
    @OptimisticLock(excluded = true)
    private String path;

    @ElementCollection
    @CollectionTable(name = "unit_belonging", joinColumns = @JoinColumn(name = "unit_code"))
    @BatchSize(size = 1000)
    private List<BelongingEntry> belongings = new ArrayList<>();

    @Version
    private long version = 1;

    protected Unit() {}

    /** An institution enters the register and is expected to report from the belonging's month on. */
    static Unit register(UnifiedSocialCreditCode code, Description description, Belonging belonging) {
        Unit unit = new Unit();
        unit.code = code.value();
        description.requireSuits(belonging.type());
        unit.take(description);
        unit.place(belonging);
        return unit;
    }

    /** Takes a new description; true if anything differs. */
    boolean describe(Description description) {
        if (description.equals(description())) return false;
        refuseIfClosed();
        description.requireSuits(type);
        take(description);
        return true;
    }

    /**
     * From the belonging's month on it counts there; the months before stay where they are. A kind that does not fit the new type is
     * forgotten. True if anything differs.
     */
    boolean move(Belonging to) {
        if (to.equals(state().lastBelonging())) return false;
        refuseIfClosed();
        if (to.from().isBefore(since)) {
            throw UnitProblem.MOVE_TOO_EARLY.because(
                    "%1$s 自 %3$s 起隶属 %2$s，不能从更早的 %4$s 起变更",
                    "%s has belonged to %s since %s; a move in %s would come before that",
                    code,
                    regionCode,
                    since,
                    to.from());
        }
        place(to);
        return true;
    }

    /**
     * Regions were reorganised: wherever it counts, from the month on, in a region that has a successor, it counts in the successor.
     * True if it is concerned at all.
     */
    boolean follow(Map<String, String> successors, YearMonth from) {
        if (closedFrom != null && !closedFrom.isAfter(from)) return false;
        List<BelongingEntry> next = new ArrayList<>();
        for (BelongingEntry b : belongings) {
            boolean earlier = b.fromMonth().isBefore(from);
            next.add(earlier ? b : b.in(successors.getOrDefault(b.regionCode(), b.regionCode()), b.fromMonth()));
        }
        BelongingEntry now = entryIn(from);
        if (now != null && now.fromMonth().isBefore(from) && successors.containsKey(now.regionCode())) {
            next.add(now.in(successors.get(now.regionCode()), from));
        }
        if (next.equals(belongings)) return false;
        belongings.clear();
        belongings.addAll(next);
        rememberLast();
        return true;
    }

    /** It is no longer expected to report from this month on. */
    void close(YearMonth from) {
        refuseIfClosed();
        if (!from.isAfter(since)) {
            throw UnitProblem.CLOSED_TOO_EARLY.because(
                    "%1$s 自 %3$s 起隶属 %2$s，不能从 %4$s 起撤销",
                    "%s belongs to %s from %s on; it cannot close from %s", code, regionCode, since, from);
        }
        closedFrom = from;
    }

    void standAt(String newPath) {
        path = newPath;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String regionCode() {
        return regionCode;
    }

    public InstitutionType type() {
        return type;
    }

    public YearMonth since() {
        return since;
    }

    public String path() {
        return path;
    }

    public long version() {
        return version;
    }

    public Description description() {
        return new Description(name, floorArea, headcount, hasCanteen, heating, kind, level);
    }

    public UnitState state() {
        List<Belonging> told = belongings.stream()
                .sorted(Comparator.comparing(BelongingEntry::fromMonth))
                .map(b -> new Belonging(b.regionCode(), b.type(), b.fromMonth()))
                .toList();
        return new UnitState(
                code, version, name, told, floorArea, headcount, hasCanteen, heating, closedFrom, kind, level);
    }

    private void take(Description description) {
        name = description.name();
        floorArea = description.floorArea();
        headcount = description.headcount();
        hasCanteen = description.hasCanteen();
        heating = description.heating();
        kind = description.kind();
        level = description.level();
    }

    private void place(Belonging belonging) {
        belongings.removeIf(b -> b.fromMonth().equals(belonging.from()));
        belongings.add(new BelongingEntry(belonging.from(), belonging.regionCode(), belonging.type()));
        rememberLast();
    }

    private void rememberLast() {
        BelongingEntry last = Collections.max(belongings, Comparator.comparing(BelongingEntry::fromMonth));
        regionCode = last.regionCode();
        type = last.type();
        if (kind != null && !kind.suits(type)) forgetKind();
        since = last.fromMonth();
    }

    /** What it was in the words of a quota table, it is no longer as another type. */
    private void forgetKind() {
        kind = null;
        level = null;
    }

    private BelongingEntry entryIn(YearMonth month) {
        return belongings.stream()
                .filter(b -> !b.fromMonth().isAfter(month))
                .max(Comparator.comparing(BelongingEntry::fromMonth))
                .orElse(null);
    }

    private void refuseIfClosed() {
        if (closedFrom != null)
            throw UnitProblem.UNIT_CLOSED.because("%s 已自 %s 起撤销", "%s is closed from %s on", code, closedFrom);
    }

    /** A row of {@link #belongings}. */
    @Embeddable
    record BelongingEntry(
            YearMonth fromMonth,
            String regionCode,
            @Enumerated(EnumType.STRING) InstitutionType type) {
        BelongingEntry in(String region, YearMonth month) {
            return new BelongingEntry(month, region, type);
        }
    }
}
