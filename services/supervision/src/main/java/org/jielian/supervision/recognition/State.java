package org.jielian.supervision.recognition;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** How far a unit's way to the title has come; {@link Steps} says what leads from one to the next. */
public enum State implements Labelled {
    DRAFT("自评中", "evaluating itself"),
    SELF_EVALUATED("自评完成", "self-evaluated"),
    SUBMITTED("已申报", "submitted"),
    COUNTY_REVIEW("县级初审", "first review by the county"),
    CITY_REVIEW("市级复核", "second review by the city"),
    PROVINCE_REVIEW("省级认定", "decision of the province"),
    PUBLIC_NOTICE("公示中", "public notice"),
    RECOGNISED("已认定", "recognised"),
    UNDER_RECHECK("复核中", "under re-check"),
    CONFIRMED("复核通过", "confirmed"),
    RECTIFYING("限期整改", "rectifying, title suspended"),
    REVOKED("已撤销", "revoked"),
    REJECTED("不予通过", "rejected"),
    LAPSED("已失效", "lapsed");

    private final Text name;

    State(String zh, String en) {
        this.name = new Text(zh, en);
    }

    @Override
    public Text label() {
        return name;
    }

    boolean isReview() {
        return this == COUNTY_REVIEW || this == CITY_REVIEW || this == PROVINCE_REVIEW;
    }

    /** Nothing follows any more. */
    boolean isFinal() {
        return this == REVOKED || this == REJECTED || this == LAPSED;
    }

    /** Whether the unit bears the title. */
    boolean holdsTitle() {
        return this == RECOGNISED || this == UNDER_RECHECK || this == CONFIRMED;
    }
}
