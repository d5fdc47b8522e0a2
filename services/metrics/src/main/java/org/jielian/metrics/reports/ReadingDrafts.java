package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.calendar.ReportingConfig;
import org.jielian.metrics.forms.Form;
import org.jielian.metrics.forms.Forms;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Reads the texts of a report and finds everything that is wrong with them, not only the first thing (rules V01 and V02). */
@Singleton
class ReadingDrafts {
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");
    private static final int MAX_DECIMALS = 4;
    private static final int LONGEST_TEXT = 1000;
    private static final int SHOWN = 40;

    @Inject
    Quantities quantities;

    @Inject
    Forms forms;

    @Inject
    ReportingConfig config;

    @Inject
    Clock clock;

    Draft read(Draft.Raw raw) {
        var numbers = new Draft.Numbers();
        String unit = unit(raw.unitCode(), numbers);
        YearMonth period = period(raw.period(), numbers);
        Form form = period == null ? null : forms.of(period);
        for (Map.Entry<String, String> entry : raw.quantities().entrySet())
            quantity(entry.getKey(), entry.getValue(), period, form, numbers);
        if (form != null) requireAll(form, raw.quantities(), numbers);
        BigDecimal headcount = denominator(raw.headcount(), "headcount", "headcount", numbers);
        BigDecimal floorArea = denominator(raw.floorArea(), "floorArea", "floor_area_m2", numbers);
        Remarks remarks = remarks(raw.remarks(), numbers);
        boolean nothing = raw.quantities().values().stream().allMatch(java.util.Objects::isNull);
        if (nothing) {
            numbers.defects.add(
                    new Defect("quantities", null, "NO_QUANTITY", Text.of("至少填报一项用量", "report at least one quantity")));
        }
        boolean complete = numbers.defects.isEmpty();
        return new Draft(
                unit,
                period,
                complete ? new Figures(numbers.quantities, headcount, floorArea, remarks) : null,
                numbers.defects);
    }

    private Remarks remarks(Draft.RawRemarks raw, Draft.Numbers into) {
        Map<String, Remarks.Basis> bases = new TreeMap<>();
        if (raw.bases() != null)
            raw.bases().forEach((code, text) -> basis(code, text, into).ifPresent(b -> bases.put(code, b)));
        Map<String, String> explanations = new TreeMap<>();
        if (raw.explanations() != null) {
            raw.explanations().forEach((field, text) -> {
                if (text != null && !text.isBlank())
                    explanations.put(field, words("explanations." + field, text, into));
            });
        }
        String note = raw.note() == null || raw.note().isBlank() ? null : words("note", raw.note(), into);
        return new Remarks(bases, note, explanations);
    }

    private Optional<Remarks.Basis> basis(String code, String text, Draft.Numbers into) {
        if (text == null || text.isBlank()) return Optional.empty();
        Quantity quantity = quantities.find(code);
        if (quantity == null) {
            into.defects.add(new Defect(
                    "bases." + code, null, "UNKNOWN_QUANTITY", Text.of("没有这种用量", "there is no such quantity")));
            return Optional.empty();
        }
        Optional<Remarks.Basis> basis = Remarks.Basis.of(text);
        if (basis.isEmpty()) {
            into.defects.add(new Defect(
                    "bases." + code,
                    quantity.basisColumn(),
                    "UNKNOWN_BASIS",
                    Text.of("计量依据应为 %s 之一", "the measurement basis must be one of %s", Remarks.Basis.words())));
        }
        return basis;
    }

    private static String words(String field, String text, Draft.Numbers into) {
        if (text.length() > LONGEST_TEXT) {
            into.defects.add(
                    new Defect(field, null, "TOO_LONG", Text.of("最多 %s 个字", "at most %s characters", LONGEST_TEXT)));
        }
        return text.strip();
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

    private static void requireAll(Form form, Map<String, String> texts, Draft.Numbers into) {
        for (Form.Field field : form.fields()) {
            Quantity quantity = field.quantity();
            if (!field.required() || texts.get(quantity.code()) != null) continue;
            into.defects.add(new Defect(
                    "quantities." + quantity.code(),
                    quantity.column(),
                    "REQUIRED",
                    Text.of("必填：没有使用请填 0", "this is required: report 0 where none was used")));
        }
    }

    private void quantity(String code, String text, YearMonth period, Form form, Draft.Numbers into) {
        Quantity quantity = quantities.find(code);
        String field = "quantities." + code;
        if (quantity == null) {
            into.defects.add(
                    new Defect(field, null, "UNKNOWN_QUANTITY", Text.of("没有这种用量", "there is no such quantity")));
            return;
        }
        if (text != null && form != null && form.find(code).isEmpty()) {
            into.defects.add(new Defect(field, quantity.column(), "NOT_IN_FORM", notInForm(quantity, period, form)));
            return;
        }
        BigDecimal value = number(text, field, quantity.column(), into);
        if (value != null) into.quantities.put(code, value);
    }

    private static Text notInForm(Quantity quantity, YearMonth period, Form form) {
        return Text.of(
                "%1$s 的报表（%2$s）没有“%3$s”一项：请留空",
                "the form of %1$s (%4$s) does not ask for %5$s: leave it empty",
                period,
                form.zh(),
                quantity.zh(),
                form.en(),
                quantity.en());
    }

    private static BigDecimal denominator(String text, String field, String column, Draft.Numbers into) {
        if (text == null) {
            into.defects.add(new Defect(field, column, "REQUIRED", Text.of("必填", "this is required")));
            return null;
        }
        BigDecimal value = number(text, field, column, into);
        if (value != null && value.signum() == 0) {
            into.defects.add(
                    new Defect(field, column, "ZERO", Text.of("填的是 %s，应大于 0", "it is %s and must be above 0", text)));
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
                            "“%s”不是数字：应如 1234.56，不带单位、逗号或文字",
                            "\"%s\" is no number: write one such as 1234.56, without unit, comma or words",
                            text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)));
            return null;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() < 0) {
            into.defects.add(new Defect(
                    field,
                    column,
                    "NEGATIVE",
                    Text.of("%s 为负数：应为 0 或正数", "%s is negative: it must be 0 or more", text)));
            return null;
        }
        if (value.stripTrailingZeros().scale() > MAX_DECIMALS) {
            into.defects.add(new Defect(
                    field,
                    column,
                    "TOO_MANY_DECIMALS",
                    Text.of("%s 的小数太长：最多 %s 位", "%s has too many decimals: at most %s", text, MAX_DECIMALS)));
            return null;
        }
        return value;
    }
}
