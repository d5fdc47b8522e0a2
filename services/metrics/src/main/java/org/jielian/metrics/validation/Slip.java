package org.jielian.metrics.validation;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;

/** The slip that most likely made a figure so many times too large or too small; the name is the code of the finding. */
enum Slip {
    TEN_THOUSANDTH_OF_USUAL(
            "0.000316",
            "请核对是否把元填成万元，或把千瓦时填成万千瓦时",
            "check for ten thousand yuan or ten thousand kWh in place of yuan or kWh"),
    THOUSANDTH_OF_USUAL("0.00316", "请核对计量单位，如吨与千克、兆瓦时与千瓦时", "check the unit of measure: t or kg, MWh or kWh"),
    HUNDREDTH_OF_USUAL("0.0316", "请核对小数点的位置", "check the decimal point"),
    TENTH_OF_USUAL("1", "请核对是否少写一位或小数点错位", "check for a digit that is missing or a slipped decimal point"),
    TEN_TIMES_USUAL("31.6", "请核对是否多写一位或小数点错位", "check for a digit too many or a slipped decimal point"),
    HUNDRED_TIMES_USUAL("316", "请核对小数点的位置", "check the decimal point"),
    THOUSAND_TIMES_USUAL("3160", "请核对计量单位，如千克与吨、千瓦时与兆瓦时", "check the unit of measure: kg or t, kWh or MWh"),
    TEN_THOUSAND_TIMES_USUAL(
            null, "请核对是否把万元填成元，或把万千瓦时填成千瓦时", "check for yuan or kWh in place of ten thousand yuan or ten thousand kWh");

    private final BigDecimal below;
    private final Text advice;

    Slip(String below, String zh, String en) {
        this.below = below == null ? null : new BigDecimal(below);
        this.advice = new Text(zh, en);
    }

    static Slip of(BigDecimal times) {
        for (Slip slip : values()) {
            if (slip.below != null && times.compareTo(slip.below) < 0) return slip;
        }
        return TEN_THOUSAND_TIMES_USUAL;
    }

    Text advice() {
        return advice;
    }
}
