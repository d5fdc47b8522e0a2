package org.jielian.units.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemException.FieldError;
import org.jielian.foundation.problems.Text;

/**
 * What an institution is like, apart from where it belongs; always possible.
 *
 * @param name official name
 * @param floorArea building area in square metres, to two decimals
 * @param headcount people using energy (用能人数)
 * @param hasCanteen whether it runs a canteen
 * @param heating how its buildings are heated
 * @param kind what it is in the words of a quota table; {@code null} if nobody said so
 * @param level its level among those of its kind; {@code null} if nobody said so or the kind has none
 */
record Description(
        String name,
        BigDecimal floorArea,
        int headcount,
        boolean hasCanteen,
        Heating heating,
        UnitKind kind,
        UnitLevel level) {
    static final int LONGEST_NAME = 200;
    static final BigDecimal LARGEST_AREA = new BigDecimal("99999999.99");
    static final int MOST_PEOPLE = 9_999_999;
    private static final int DECIMALS = 2;

    Description {
        name = name.strip();
        if (!isName(name)
                || !isArea(floorArea)
                || !isHeadcount(BigDecimal.valueOf(headcount))
                || !isLevel(kind, level)) {
            throw new IllegalArgumentException("not a possible description of " + name);
        }
        floorArea = floorArea.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /**
     * A description made of what somebody sent.
     *
     * @throws ProblemException that names every field that is missing or impossible
     */
    static Description of(
            String name,
            BigDecimal area,
            BigDecimal headcount,
            Boolean hasCanteen,
            Heating heating,
            UnitKind kind,
            UnitLevel level) {
        List<FieldError> errors = new ArrayList<>();
        require(
                errors,
                "name",
                name != null && isName(name),
                Text.of("须为 1 至 %s 个字", "has 1 to %s characters", LONGEST_NAME));
        require(
                errors,
                "floorArea",
                area != null && isArea(area),
                Text.of("应在 0 与 %s 之间，至多两位小数", "is between 0 and %s with at most two decimals", LARGEST_AREA));
        require(
                errors,
                "headcount",
                headcount != null && isHeadcount(headcount),
                Text.of("应为 0 至 %s 的整数", "is a whole number from 0 to %s", MOST_PEOPLE));
        require(errors, "hasCanteen", hasCanteen != null, new Text("不能为空", "must not be empty"));
        require(errors, "heating", heating != null, new Text("不能为空", "must not be empty"));
        require(errors, "level", isLevel(kind, level), unsuited(kind, level));
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    UnitProblem.INVALID_DESCRIPTION,
                    Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()),
                    errors);
        }
        return new Description(name, area, headcount.intValueExact(), hasCanteen, heating, kind, level);
    }

    /**
     * Refuses a kind that an institution of that type can't be of.
     *
     * @throws ProblemException that names the field
     */
    void requireSuits(InstitutionType type) {
        if (suits(type)) return;
        throw new ProblemException(
                UnitProblem.INVALID_DESCRIPTION,
                unsuited(type, kind),
                List.of(new FieldError("kind", unsuited(type, kind))));
    }

    boolean suits(InstitutionType type) {
        return kind == null || kind.suits(type);
    }

    /** The same with another kind and level. */
    Description as(UnitKind otherKind, UnitLevel otherLevel) {
        return new Description(name, floorArea, headcount, hasCanteen, heating, otherKind, otherLevel);
    }

    static boolean isLevel(UnitKind kind, UnitLevel level) {
        return level == null || kind != null && kind.has(level);
    }

    static Text unsuited(InstitutionType type, UnitKind kind) {
        return Text.of("%s 类机构不能是 %s", "an institution of type %s cannot be a %s", type, kind);
    }

    static Text unsuited(UnitKind kind, UnitLevel level) {
        if (kind == null) return Text.of("级别 %s 须与类别一并填写", "level %s needs a kind", level);
        return Text.of("类别 %s 没有级别 %s", "there is no kind %s of level %s", kind, level);
    }

    static boolean isName(String text) {
        return !text.isBlank()
                && text.strip().length() <= LONGEST_NAME
                && text.chars().noneMatch(Character::isISOControl);
    }

    static boolean isArea(BigDecimal area) {
        return area.signum() >= 0
                && area.compareTo(LARGEST_AREA) <= 0
                && area.stripTrailingZeros().scale() <= DECIMALS;
    }

    static boolean isHeadcount(BigDecimal people) {
        return people.signum() >= 0
                && people.compareTo(BigDecimal.valueOf(MOST_PEOPLE)) <= 0
                && people.stripTrailingZeros().scale() <= 0;
    }

    private static void require(List<FieldError> errors, String field, boolean fine, Text message) {
        if (!fine) errors.add(new FieldError(field, message));
    }
}
