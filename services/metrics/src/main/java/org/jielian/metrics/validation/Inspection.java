package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.problems.Text;
import org.jielian.metrics.coefficients.CoefficientSet;
import org.jielian.metrics.forms.Form;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;
import org.jielian.metrics.premises.Shares.Hosted;

/** One month of a unit under inspection: what it says, what its other months say, by which parameters. Collects the findings. */
final class Inspection {
    private final Subject subject;
    private final Map<YearMonth, Month> others;
    private final Map<YearMonth, Month> stored;
    private final List<Limits> limits;
    private final List<Hosted> hosted;
    private final Parameters parameters;
    private final Quantities catalogue;
    private final CoefficientSet energy;
    private final Form form;
    private final List<Finding> findings = new ArrayList<>();
    private String rule;

    Inspection(
            Subject subject,
            Map<YearMonth, Month> others,
            Map<YearMonth, Month> stored,
            List<Limits> limits,
            List<Hosted> hosted,
            Parameters parameters,
            Form form,
            Quantities catalogue,
            CoefficientSet energy) {
        this.subject = subject;
        this.others = others;
        this.stored = stored;
        this.limits = limits;
        this.hosted = hosted;
        this.parameters = parameters;
        this.form = form;
        this.catalogue = catalogue;
        this.energy = energy;
    }

    List<Finding> by(List<Rule> rules) {
        for (Rule each : rules) {
            if (!parameters.isOn(each.number() + ".on")) continue;
            rule = each.number();
            each.inspect(this);
        }
        return findings;
    }

    Month month() {
        return subject.month();
    }

    InstitutionType type() {
        return subject.type();
    }

    /** Another month of the unit, so many months later; {@code null} when there is no report of it. */
    Month monthsLater(int months) {
        return others.get(month().period().plusMonths(months));
    }

    /** The months of the unit as they will stand, those of the same file among them. */
    Map<YearMonth, Month> others() {
        return others;
    }

    /** The months of the unit as they stood before, the one under inspection among them if it was there. */
    Map<YearMonth, Month> stored() {
        return stored;
    }

    /** Between which limits the year of the month lies, one for each standard; empty while the year is not whole or nothing limits it. */
    List<Limits> limits() {
        return limits;
    }

    /** What the host of the unit's building reports for it, in this month or others. */
    List<Hosted> hosted() {
        return hosted;
    }

    Parameters parameters() {
        return parameters;
    }

    /** What the form of the month asks for. */
    List<Quantity> quantities() {
        return form.quantities();
    }

    Quantity quantity(String code) {
        return catalogue.find(code);
    }

    /** Whether the form of the month asks for it. */
    boolean asksFor(String code) {
        return form.find(code).isPresent();
    }

    CoefficientSet energy() {
        return energy;
    }

    /** What people call a figure. */
    Text label(String code) {
        return switch (code) {
            case Month.HEADCOUNT -> Text.of("用能人数", "Headcount");
            case Month.FLOOR_AREA -> Text.of("建筑面积", "Floor area");
            default -> new Text(quantity(code).zh(), quantity(code).en());
        };
    }

    void find(Severity severity, String code, String what, BigDecimal value, String expected, Text message) {
        findings.add(
                new Finding(rule, severity, field(code), what, value == null ? null : print(value), expected, message));
    }

    private static String field(String code) {
        return code.equals("*") ? code : Month.field(code);
    }

    /** As people write it: no more than two decimals where it is large, and never an exponent. */
    static String print(BigDecimal value) {
        BigDecimal shown = value.abs().compareTo(BigDecimal.TEN) < 0
                ? value.round(new MathContext(3))
                : value.setScale(2, RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** A signed change in percent, such as {@code +42.5%}. */
    static String change(BigDecimal value, BigDecimal before) {
        BigDecimal percent = value.subtract(before)
                .multiply(BigDecimal.valueOf(100))
                .divide(before, 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + "%";
    }

    /** A share in percent, such as {@code 30%}. */
    static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** Whether a value is further from another one than a share of that. */
    static boolean deviates(BigDecimal value, BigDecimal from, BigDecimal share) {
        return value.subtract(from).abs().compareTo(from.multiply(share)) > 0;
    }
}
