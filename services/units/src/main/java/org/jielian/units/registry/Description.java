package org.jielian.units.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
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
 */
record Description(String name, BigDecimal floorArea, int headcount, boolean hasCanteen, Heating heating) {
    static final int LONGEST_NAME = 200;
    static final BigDecimal LARGEST_AREA = new BigDecimal("99999999.99");
    static final int MOST_PEOPLE = 9_999_999;
    private static final int DECIMALS = 2;

    Description {
        name = name.strip();
        if (!isName(name) || !isArea(floorArea) || !isHeadcount(BigDecimal.valueOf(headcount))) {
            throw new IllegalArgumentException("not a possible description of " + name);
        }
        floorArea = floorArea.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    /**
     * A description made of what somebody sent.
     *
     * @throws ProblemException that names every field that is missing or impossible
     */
    static Description of(String name, BigDecimal area, BigDecimal headcount, Boolean hasCanteen, Heating heating) {
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
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    UnitProblem.INVALID_DESCRIPTION,
                    Text.of("有 %s 处需要更正", "%s fields need correction", errors.size()),
                    errors);
        }
        return new Description(name, area, headcount.intValueExact(), hasCanteen, heating);
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
