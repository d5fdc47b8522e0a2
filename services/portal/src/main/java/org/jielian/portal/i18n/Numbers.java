package org.jielian.portal.i18n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as they are printed: grouped by thousands, and a dash for what is not known. */
public final class Numbers {
    public static final String MISSING = "—";

    public static String format(BigDecimal number, int decimals) {
        if (number == null) return MISSING;
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** With as many decimals as it has. */
    public static String exact(BigDecimal number) {
        return number == null
                ? MISSING
                : format(number, Math.max(0, number.stripTrailingZeros().scale()));
    }

    public static String format(long number) {
        return format(BigDecimal.valueOf(number), 0);
    }

    private Numbers() {}
}
