package org.jielian.units.regions;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.OptimisticLock;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RegionState.Parentage;
import org.jielian.contracts.Tier;

/** One region of the chain, with all the parents it ever had. It begins, is renamed, moves and closes; it is never deleted. */
@Entity
public class Region {
    /** Six digits after GB/T 2260, or those with a suffix for areas that have no code of their own, such as development zones. */
    private static final Pattern CODE = Pattern.compile("[0-9]{6}(-[0-9A-Z]{1,6})?");

    private static final int LONGEST_NAME = 100;

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    /** Where it stands in the end; scopes are compared by it. Not part of what is told, so it does not count as a new version. */
    @OptimisticLock(excluded = true)
    private String path;

    private YearMonth closedFrom;

    @ElementCollection
    @CollectionTable(name = "region_parent", joinColumns = @JoinColumn(name = "region_code"))
    @BatchSize(size = 1000)
    private List<ParentEntry> parents = new ArrayList<>();

    @Version
    private long version = 1;

    protected Region() {}

    /** A region begins in a month under a parent, or under none at the top of the chain. */
    static Region begin(String code, String name, Tier tier, String parentCode, YearMonth from) {
        if (!CODE.matcher(code).matches()) {
            throw RegionProblem.INVALID_REGION_CODE.because(
                    "%s 不是六位数字代码（可加 -A1 之类的后缀）", "%s is not six digits, with or without a suffix such as -A1", code);
        }
        Region region = new Region();
        region.code = code;
        region.rename(name);
        region.tier = tier;
        region.parents.add(new ParentEntry(from, parentCode));
        return region;
    }

    void rename(String newName) {
        if (newName == null || newName.isBlank() || newName.length() > LONGEST_NAME) {
            throw RegionProblem.INVALID_REGION_NAME.because(
                    "区划 %s 的名称须为 1 至 %s 个字", "region %s needs a name of 1 to %s characters", code, LONGEST_NAME);
        }
        name = newName.strip();
    }

    /** From this month on it stands under another parent; earlier months keep theirs. */
    void moveUnder(String parentCode, YearMonth from) {
        if (from.isBefore(last().fromMonth())) {
            throw RegionProblem.REGION_NOT_OPEN.because(
                    "区划 %s 自 %s 起的隶属关系已定", "region %s has been placed from %s on already", code, last().fromMonth());
        }
        parents.removeIf(p -> p.fromMonth().equals(from));
        parents.add(new ParentEntry(from, parentCode));
    }

    /** The region no longer exists from this month on. */
    void close(YearMonth from) {
        if (closedFrom != null || !from.isAfter(first().fromMonth())) {
            throw RegionProblem.REGION_NOT_OPEN.because(
                    "区划 %s 存续于 %s 至 %s", "region %s exists from %s to %s", code, first().fromMonth(), closedFrom);
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

    public Tier tier() {
        return tier;
    }

    public String path() {
        return path;
    }

    /** First month in which it exists. */
    public YearMonth opened() {
        return first().fromMonth();
    }

    public YearMonth closedFrom() {
        return closedFrom;
    }

    /** The region above when all dated changes have come true; empty at the top of the chain. */
    public Optional<String> parentCode() {
        return Optional.ofNullable(last().parentCode());
    }

    /** Whether it exists from this month on for good, as far as is known. */
    public boolean isOpenFrom(YearMonth month) {
        return closedFrom == null && !month.isBefore(first().fromMonth());
    }

    public RegionState state() {
        List<Parentage> told = parents.stream()
                .sorted(Comparator.comparing(ParentEntry::fromMonth))
                .map(p -> new Parentage(p.parentCode(), p.fromMonth()))
                .toList();
        return new RegionState(code, version, name, tier, told, closedFrom);
    }

    private ParentEntry first() {
        return Collections.min(parents, Comparator.comparing(ParentEntry::fromMonth));
    }

    private ParentEntry last() {
        return Collections.max(parents, Comparator.comparing(ParentEntry::fromMonth));
    }

    /** A row of {@link #parents}. */
    @Embeddable
    record ParentEntry(YearMonth fromMonth, String parentCode) {}
}
