package org.jielian.units.registry;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.codes.UnifiedSocialCreditCode.InvalidCode;
import org.jielian.foundation.imports.RowError;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;
import org.jielian.units.regions.Region;

/**
 * A row of a file of institutions that can be understood.
 *
 * @param description kind and level as far as the file says them, see {@link #description(Unit)}
 * @param since month from which it belongs there; {@code null} when the file does not say
 */
record UnitLine(
        TableRow row,
        UnifiedSocialCreditCode code,
        Description description,
        String regionCode,
        InstitutionType type,
        YearMonth since) {
    private static final String KIND = "kind";
    private static final String LEVEL = "level";
    static final List<String> REQUIRED =
            List.of("unit_code", "name", "type", "region_code", "floor_area_m2", "headcount", "has_canteen", "heating");
    static final List<String> OPTIONAL = List.of("since", KIND, LEVEL);

    /** Where it belongs from which month on; from the beginning of the region unless the file says otherwise. */
    Belonging belonging(Region region) {
        return new Belonging(regionCode, type, since == null ? region.opened() : since);
    }

    /**
     * What the line says of the unit. A file without the columns {@code kind} and {@code level} leaves them as they are, an empty cell in such
     * a column empties them; what the register has goes where the line says something it can't be together with.
     */
    Description description(Unit unit) {
        Description known = unit.description();
        if (!says(KIND)) return known.suits(type) ? description.as(known.kind(), known.level()) : description;
        boolean keepsLevel = !says(LEVEL) && Description.isLevel(description.kind(), known.level());
        return keepsLevel ? description.as(description.kind(), known.level()) : description;
    }

    private boolean says(String column) {
        return row.header().containsKey(column);
    }

    /** What the register said before, by column, where the line says something else. */
    Map<String, String> differences(UnitState before, Description now) {
        Map<String, String> texts = new LinkedHashMap<>();
        Belonging was = before.lastBelonging();
        differs(texts, "name", before.name(), description.name());
        differs(texts, "type", was.type(), type);
        differs(texts, "region_code", was.regionCode(), regionCode);
        differs(texts, "floor_area_m2", before.floorArea(), description.floorArea());
        differs(texts, "headcount", before.headcount(), description.headcount());
        differs(texts, "has_canteen", before.hasCanteen(), description.hasCanteen());
        differs(texts, "heating", before.heating(), description.heating());
        differs(texts, KIND, before.kind(), now.kind());
        differs(texts, LEVEL, before.level(), now.level());
        if (since != null) differs(texts, "since", was.from(), since);
        return texts;
    }

    private static void differs(Map<String, String> texts, String column, Object was, Object is) {
        String text = Objects.toString(was, null);
        if (!Objects.equals(text, Objects.toString(is, null))) texts.put(column, text);
    }

    /** Reads a row; every defect in it goes to {@code errors}, and with any of them there is no line. */
    static UnitLine read(TableRow row, List<RowError> errors) {
        Cells cells = new Cells(row, errors);
        int before = errors.size();
        if (!row.isComplete()) {
            errors.add(RowError.at(
                    row,
                    null,
                    "WRONG_CELL_COUNT",
                    Text.of(
                            "应有 %s 格，实有 %s 格",
                            "it has to have %s cells and has %s",
                            row.header().size(),
                            row.cells().size())));
            return null;
        }
        UnifiedSocialCreditCode code = cells.code();
        String name = cells.name();
        InstitutionType type = cells.oneOf("type", InstitutionType.values());
        String region = cells.required("region_code", Function.identity());
        BigDecimal area = cells.area();
        Integer headcount = cells.headcount();
        Boolean canteen = cells.flag();
        Heating heating = cells.oneOf("heating", Heating.values());
        YearMonth since = cells.month();
        UnitKind kind = cells.kind(type);
        UnitLevel level = cells.level(kind);
        if (errors.size() > before) return null;
        Description described = new Description(name, area, headcount, canteen, heating, kind, level);
        return new UnitLine(row, code, described, region, type, since);
    }

    /** The cells of one row, each read with its own kind of defect. */
    private record Cells(TableRow row, List<RowError> errors) {
        <T> T required(String column, Function<String, T> read) {
            String text = row.get(column);
            if (text != null) return read.apply(text);
            return refuse(column, "MISSING_VALUE", new Text("不能为空", "must not be empty"));
        }

        <T> T refuse(String column, String code, Text message) {
            errors.add(RowError.at(row, column, code, message));
            return null;
        }

        UnifiedSocialCreditCode code() {
            return required("unit_code", text -> {
                try {
                    return UnifiedSocialCreditCode.of(text);
                } catch (InvalidCode e) {
                    return refuse("unit_code", e.isCheck() ? "BAD_CHECK_CHAR" : "INVALID_UNIT_CODE", e.text());
                }
            });
        }

        String name() {
            return required(
                    "name",
                    text -> Description.isName(text)
                            ? text
                            : refuse(
                                    "name",
                                    "INVALID_NAME",
                                    Text.of(
                                            "名称须为 1 至 %s 个字",
                                            "a name has 1 to %s characters", Description.LONGEST_NAME)));
        }

        BigDecimal area() {
            return required("floor_area_m2", text -> {
                BigDecimal number = number("floor_area_m2", text);
                if (number == null || Description.isArea(number)) return number;
                return refuse(
                        "floor_area_m2",
                        number.signum() < 0 ? "NEGATIVE_VALUE" : "OUT_OF_RANGE",
                        Text.of(
                                "应在 0 与 %s 之间，至多两位小数",
                                "has to be between 0 and %s with at most two decimals", Description.LARGEST_AREA));
            });
        }

        Integer headcount() {
            return required("headcount", text -> {
                BigDecimal number = number("headcount", text);
                if (number == null) return null;
                if (Description.isHeadcount(number)) return number.intValueExact();
                return refuse(
                        "headcount",
                        number.signum() < 0 ? "NEGATIVE_VALUE" : "OUT_OF_RANGE",
                        Text.of("应为 0 至 %s 的整数", "has to be a whole number from 0 to %s", Description.MOST_PEOPLE));
            });
        }

        Boolean flag() {
            return required("has_canteen", text -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default ->
                    refuse("has_canteen", "UNKNOWN_VALUE", new Text("应为 true 或 false", "has to be true or false"));
            });
        }

        <E extends Enum<E>> E oneOf(String column, E[] values) {
            return required(column, text -> named(column, text, values));
        }

        private <E extends Enum<E>> E optional(String column, E[] values) {
            String text = row.get(column);
            return text == null ? null : named(column, text, values);
        }

        private <E extends Enum<E>> E named(String column, String text, E[] values) {
            return Arrays.stream(values)
                    .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseGet(() -> refuse(
                            column,
                            "UNKNOWN_VALUE",
                            Text.of("应为 %s 之一", "has to be one of %s", Arrays.toString(values))));
        }

        UnitKind kind(InstitutionType type) {
            UnitKind kind = optional(KIND, UnitKind.values());
            if (kind == null || type == null || kind.suits(type)) return kind;
            return refuse(KIND, "UNSUITED_KIND", Description.unsuited(type, kind));
        }

        UnitLevel level(UnitKind kind) {
            UnitLevel level = optional(LEVEL, UnitLevel.values());
            if (Description.isLevel(kind, level)) return level;
            return refuse(LEVEL, "UNSUITED_LEVEL", Description.unsuited(kind, level));
        }

        YearMonth month() {
            String text = row.get("since");
            try {
                return text == null ? null : YearMonth.parse(text);
            } catch (DateTimeParseException e) {
                return refuse("since", "WRONG_PERIOD", new Text("月份应写作 2025-06", "a month is written 2025-06"));
            }
        }

        private BigDecimal number(String column, String text) {
            // a plain decimal: what BigDecimal also takes, such as 1e999999999, would be a bomb
            if (text.length() <= 20 && text.matches("[+-]?[0-9]+([.][0-9]+)?")) return new BigDecimal(text);
            return refuse(column, "NON_NUMERIC", new Text("不是数字", "is not a number"));
        }
    }
}
