package org.jielian.contracts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The content of an evaluation standard (评价标准): what is judged, how, and against which figures. Two packages with the same content are
 * equal. Numbers are exact decimals; what is not stated is {@code null}, never zero.
 *
 * @param coefficientSet name of the coefficient set energy is computed with, such as {@code QUOTA}; figures of another set are not comparable
 * @param passLine normalised score, 0 to 100, from which on a unit passes
 * @param categories what the items are grouped by, in the order they are read
 * @param items what is judged
 * @param zones which climate zone a region lies in; the nearest region above that is named decides
 * @param quotas consumption limits by kind of institution
 * @param targets what has to be reached by a year
 */
public record StandardPackage(
        String coefficientSet,
        BigDecimal passLine,
        List<Category> categories,
        List<Item> items,
        List<Zone> zones,
        List<Quota> quotas,
        List<Target> targets) {
    public StandardPackage {
        passLine = plain(passLine);
        categories = copy(categories);
        items = copy(items);
        zones = copy(zones);
        quotas = copy(quotas);
        targets = copy(targets);
    }

    /** 80, 80.0 and 8E+1 are one number and are to be written and compared as one. */
    private static BigDecimal plain(BigDecimal number) {
        if (number == null) return null;
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A list that was not stated is {@code null}; whoever checks a package says so. */
    private static <T> List<T> copy(List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** The same package with other items. */
    public StandardPackage withItems(List<Item> others) {
        return new StandardPackage(coefficientSet, passLine, categories, others, zones, quotas, targets);
    }

    /** One text in both languages of the programme. */
    public record Name(String zh, String en) {}

    /** A group of items and what they are worth together, apart from items that a tier below added. */
    public record Category(String code, Name name, BigDecimal points) {
        public Category {
            points = plain(points);
        }
    }

    /**
     * One thing that is judged (评价指标).
     *
     * @param code unique in the package; an item added by a tier below begins with that region's code and a hyphen
     * @param category code of its category
     * @param kind computed from data, or judged by a reviewer
     * @param function how points are given
     * @param indicator the figure it is about; {@code null} where it is about none
     * @param points what it is worth
     * @param binding whether failing it fails the whole (约束性指标)
     * @param threshold what the figure is compared with; {@code null} where the function needs none
     * @param frequency how often a year it has to be done; {@code null} where that is not asked
     * @param due month and day it has to be done by, {@code MM-dd}; {@code null} where that is not asked
     * @param evidence what has to be shown for it
     */
    public record Item(
            String code,
            String category,
            Name name,
            Kind kind,
            ScoringFunction function,
            Indicator indicator,
            BigDecimal points,
            boolean binding,
            Threshold threshold,
            Integer frequency,
            String due,
            String evidence) {
        public Item {
            points = plain(points);
        }
    }

    /** How an item is judged. */
    public enum Kind {
        /** Computed where data exist, 定量. */
        QUANTITATIVE,
        /** Judged by evidence, 定性. */
        QUALITATIVE
    }

    /** How an item gives points. */
    public enum ScoringFunction {
        /** Full points if the target is met, otherwise the share of it that was reached. */
        TARGET,
        /** By the position against the quota: guidance 100 %, baseline 80 %, constraint 60 %, above it nothing. */
        TIER,
        /** By the ratio to the average of comparable units. */
        BAND,
        /** The covered share of the points. */
        COVER,
        /** For each piece, up to a cap. */
        COUNT,
        /** All or nothing. */
        BOOL,
        /** Less for each sample that fails. */
        SAMPLE,
        /** A reviewer gives none, half or all. */
        DOC
    }

    /**
     * What a figure has to keep to.
     *
     * @param value in {@code unit}
     * @param unit unit of measure
     * @param sense which side is allowed
     */
    public record Threshold(BigDecimal value, String unit, Sense sense) {
        public Threshold {
            value = plain(value);
        }
    }

    /** Which side of a value is the better one. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    /** The figures quotas, targets and items are about; each is measured in one unit. */
    public enum Indicator {
        E_AREA("kgce/m2"),
        E_AREA_NONHEAT("kgce/m2"),
        E_HEAT_AREA("kgce/m2"),
        E_CAP("kgce/person"),
        EL_AREA("kWh/m2"),
        W_CAP("m3/person"),
        W_BED("L/(bed*d)"),
        CO2_AREA("kg/m2"),
        EUE("1"),
        E_TOTAL("kgce"),
        W_TOTAL("m3"),
        CO2_TOTAL("kg"),
        RECOGNISED_SHARE("%"),
        FUEL_100KM("L/100km"),
        PAPER_CAP("ream/person"),
        WASTE_CAP("kg/person"),
        KITCHEN_WASTE_MEAL("kg/meal"),
        /** Months of the year with a report, of those expected. */
        REPORTED_SHARE("%"),
        /** Months of the year whose report came by its day, of those expected. */
        REPORTED_ON_TIME("%");

        private final String unit;

        Indicator(String unit) {
            this.unit = unit;
        }

        /** Unit of measure of its values. */
        public String unit() {
            return unit;
        }
    }

    /** A region and its climate zone, which decides which row of the quotas is the right one. */
    public record Zone(String regionCode, String zone) {}

    /**
     * One row of the quota table (定额). Type, level, zone and heating together say whom it is for; {@code *} in one of them stands for
     * all, and nothing else does: a unit of which one is unknown has no quota.
     *
     * @param type kind of institution, finer than the institution type: {@code AGENCY}, {@code SECONDARY_BOARDING}
     * @param level {@code PROVINCIAL}, {@code GRADE_3} ...
     * @param zone climate zone
     * @param heating how the building is heated, for quotas of heating alone
     * @param indicator what is limited; lower is better for all of them
     * @param values the limits in the indicator's unit
     */
    public record Quota(
            String type,
            String level,
            String zone,
            String heating,
            Indicator indicator,
            Map<Bound, BigDecimal> values) {
        public Quota {
            values = ordered(values);
        }

        private static Map<Bound, BigDecimal> ordered(Map<Bound, BigDecimal> values) {
            if (values == null) return null;
            Map<Bound, BigDecimal> ordered = new EnumMap<>(Bound.class);
            values.forEach((bound, value) -> {
                if (bound != null) ordered.put(bound, plain(value));
            });
            return Collections.unmodifiableMap(ordered);
        }

        /** What a row is found by. */
        public String key() {
            return String.join(".", type, level, zone, heating) + "/" + indicator;
        }
    }

    /** The named limits of a quota row, from the loosest to the strictest. Energy has three, water two. */
    public enum Bound {
        /** 约束值: upper limit in normal operation. */
        CONSTRAINT,
        /** 基准值: reached with ordinary saving measures. */
        BASELINE,
        /** 引导值: target of excellence. */
        GUIDANCE,
        /** 通用值 of a water quota. */
        GENERAL,
        /** 先进值 of a water quota. */
        ADVANCED
    }

    /**
     * What has to be reached by a year.
     *
     * @param code unique in the package
     * @param kind decline against the base year, upper cap, or share
     * @param indicator what is measured
     * @param baseYear the year a decline is measured against; {@code null} for the other kinds
     * @param year the year it has to be reached in
     * @param value per cent for declines and shares, the indicator's unit for caps
     */
    public record Target(
            String code,
            Name name,
            TargetKind kind,
            Indicator indicator,
            Integer baseYear,
            int year,
            BigDecimal value) {
        public Target {
            value = plain(value);
        }
    }

    /** What kind of target. */
    public enum TargetKind {
        /** Per cent less than in the base year; more is stricter. */
        DECLINE,
        /** At most so much; less is stricter. */
        CAP,
        /** At least such a share, per cent; more is stricter. */
        SHARE
    }
}
