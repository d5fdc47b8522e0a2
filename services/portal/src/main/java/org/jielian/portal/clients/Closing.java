package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;

/** A closing of a region's month; {@code reopenedAt} is {@code null} while it holds. */
public record Closing(
        int number,
        boolean holds,
        Instant closedAt,
        String closedBy,
        String note,
        String coefficientSet,
        String digest,
        int children,
        List<Child> openChildren,
        Instant reopenedAt,
        String reopenedBy,
        String reopeningReason) {
    /** A region directly below; with its own last closing where that is answered. */
    public record Child(String regionCode, String name, Tier tier, Closing closing) {
        public boolean isClosed() {
            return closing != null && closing.holds();
        }
    }

    /** What is sent with a closing. */
    public record Note(String note) {}

    /** The months of a year; the year's own figures are {@code null} while a month is open. */
    public record Year(int year, List<Line> months, List<YearMonth> open, Rollup live, Rollup reviewed) {}

    /** One month of it. */
    public record Line(
            YearMonth period,
            MonthStanding standing,
            Closing closing,
            int children,
            int childrenClosed,
            int reopenedBelow,
            Rollup.Coverage now) {}

    /** One month: what was frozen beside what is now; {@code frozen} is {@code null} before the first closing. */
    public record Month(
            YearMonth period,
            MonthStanding standing,
            List<Closing> closings,
            Closing shown,
            Reports reports,
            List<Child> children,
            List<Child> reopenedBelow,
            Layers frozen,
            Layers now,
            Change live,
            Change reviewed,
            long differences) {
        public Month {
            reopenedBelow = reopenedBelow == null ? List.of() : List.copyOf(reopenedBelow);
        }
    }

    /** How far the reports have come. */
    public record Reports(long expected, long missing, long returned, long submitted, long accepted) {}

    /** Figures in both layers. */
    public record Layers(Rollup live, Rollup reviewed, List<Rollup> liveTypes, List<Rollup> reviewedTypes) {}

    /** What was added since; {@code null} where neither side has the figure. */
    public record Change(
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            BigDecimal energyKgce,
            BigDecimal co2Kg,
            long reported) {}

    /** A report that no longer stands as it was closed. */
    public record Difference(String unitCode, String name, String kind, Content before, Content now, Revision change) {}

    /** A revision as it counts. */
    public record Content(
            long version,
            String status,
            String countsInRegion,
            InstitutionType countsInType,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea) {}

    /** Who did what, when and why. */
    public record Revision(Instant at, String who, String action, String reason) {}

    /** A region's due days; {@code by} is {@code null} where the default holds. */
    public record Calendar(
            String regionCode,
            String level,
            int year,
            long version,
            YearMonth asOf,
            Map<String, Said> days,
            Said grace,
            List<Own> own,
            List<Dues> months,
            List<Notice> notices) {}

    /** A number and whose it is. */
    public record Said(int value, By by) {}

    /** Who said it. */
    public record By(String regionCode, String regionName, YearMonth from, Instant at, String who) {}

    /** A rule of the region's own. */
    public record Own(YearMonth from, Map<String, Integer> days, Integer graceDays, Instant at, String who) {}

    /** The dates of a month by level. */
    public record Dues(YearMonth period, Map<String, Due> due, MonthStanding standing) {}

    /** A due day. */
    public record Due(LocalDate nominal, LocalDate date, LocalDate graceUntil) {}

    /** A year's notice of holidays; {@code null} while there is none. */
    public record Notice(int year, String notice) {}
}
