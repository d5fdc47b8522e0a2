package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jielian.portal.i18n.Numbers;

/** Against the year before, in percent: more is worse here, whatever is measured. */
public record Change(BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** {@code null} when either is missing: no arrow says more than there is. */
    static Change between(BigDecimal before, BigDecimal now) {
        if (before == null || now == null || before.signum() == 0) return null;
        return new Change(now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP));
    }

    public String text() {
        String arrow = percent.signum() > 0 ? "▲ +" : percent.signum() < 0 ? "▼ " : "＝ ";
        return arrow + Numbers.format(percent, 1) + "%";
    }

    public String grade() {
        return percent.signum() > 0 ? "worse" : percent.signum() < 0 ? "better" : "same";
    }
}
