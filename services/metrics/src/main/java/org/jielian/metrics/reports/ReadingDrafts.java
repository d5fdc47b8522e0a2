package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.regex.Pattern;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Reads the texts of a report and finds everything that is wrong with them, not only the first thing (rules V01 and V02). */
@Singleton
class ReadingDrafts {
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");
    private static final int MAX_DECIMALS = 4;

    @Inject
    Quantities quantities;

    @Inject
    ReportingConfig config;

    @Inject
    Clock clock;

    Draft read(Draft.Raw raw) {
        var numbers = new Draft.Numbers();
        String unit = unit(raw.unitCode(), numbers);
        YearMonth period = period(raw.period(), numbers);
        for (Map.Entry<String, String> entry : raw.quantities().entrySet())
            quantity(entry.getKey(), entry.getValue(), numbers);
        BigDecimal headcount = denominator(raw.headcount(), "headcount", "headcount", numbers);
        BigDecimal floorArea = denominator(raw.floorArea(), "floorArea", "floor_area_m2", numbers);
        boolean nothing = raw.quantities().values().stream().allMatch(java.util.Objects::isNull);
        if (nothing) {
            numbers.defects.add(
                    new Defect("quantities", null, "NO_QUANTITY", Text.of("至少填报一项用量", "report at least one quantity")));
        }
        boolean complete = numbers.defects.isEmpty();
        return new Draft(
                unit, period, complete ? new Figures(numbers.quantities, headcount, floorArea) : null, numbers.defects);
    }

    private static String unit(String text, Draft.Numbers into) {
        if (text == null) {
            into.defects.add(
                    new Defect("unitCode", "unit_code", "UNIT_MISSING", Text.of("缺少单位代码", "the unit code is missing")));
            return null;
        }
        try {
            return UnifiedSocialCreditCode.of(text).value();
        } catch (UnifiedSocialCreditCode.InvalidCode e) {
            into.defects.add(
                    new Defect("unitCode", "unit_code", e.isCheck() ? "BAD_CHECK_CHAR" : "BAD_UNIT_CODE", e.text()));
            return text;
        }
    }

    private YearMonth period(String text, Draft.Numbers into) {
        try {
            if (text != null && PERIOD.matcher(text).matches()) {
                YearMonth period = YearMonth.parse(text);
                if (!period.isBefore(config.firstPeriod()) && !period.isAfter(YearMonth.now(clock))) return period;
                into.defects.add(new Defect(
                        "period",
                        "period",
                        "PERIOD_OUT_OF_RANGE",
                        Text.of(
                                "月份应在 %s 至 %s 之间",
                                "the month must be from %s to %s", config.firstPeriod(), YearMonth.now(clock))));
                return null;
            }
        } catch (DateTimeException noSuchMonth) {
            into.defects.add(badPeriod());
            return null;
        }
        into.defects.add(badPeriod());
        return null;
    }

    private static Defect badPeriod() {
        return new Defect("period", "period", "BAD_PERIOD", Text.of("月份应写作 2025-06", "write the month as 2025-06"));
    }

    private void quantity(String code, String text, Draft.Numbers into) {
        Quantity quantity = quantities.find(code);
        String field = "quantities." + code;
        if (quantity == null) {
            into.defects.add(
                    new Defect(field, null, "UNKNOWN_QUANTITY", Text.of("没有这种用量", "there is no such quantity")));
            return;
        }
        BigDecimal value = number(text, field, quantity.column(), into);
        if (value != null) into.quantities.put(code, value);
    }

    private static BigDecimal denominator(String text, String field, String column, Draft.Numbers into) {
        if (text == null) {
            into.defects.add(new Defect(field, column, "REQUIRED", Text.of("必填", "this is required")));
            return null;
        }
        BigDecimal value = number(text, field, column, into);
        if (value != null && value.signum() == 0) {
            into.defects.add(new Defect(field, column, "ZERO", Text.of("应大于 0", "must be above 0")));
        }
        return value;
    }

    /** {@code null} for an empty text and for one that is no valid number. */
    private static BigDecimal number(String text, String field, String column, Draft.Numbers into) {
        if (text == null) return null;
        if (!NUMBER.matcher(text).matches()) {
            into.defects.add(new Defect(
                    field,
                    column,
                    "NOT_A_NUMBER",
                    Text.of(
                            "应为数字，如 1234.56（不带单位、逗号或文字）",
                            "must be a number such as 1234.56, without unit, comma or words")));
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() < 0) {
            into.defects.add(new Defect(field, column, "NEGATIVE", Text.of("不能为负数", "must not be negative")));
            return null;
        }
        if (value.stripTrailingZeros().scale() > MAX_DECIMALS) {
            into.defects.add(new Defect(
                    field, column, "TOO_MANY_DECIMALS", Text.of("最多 %s 位小数", "at most %s decimals", MAX_DECIMALS)));
            return null;
        }
        return value;
    }
}
