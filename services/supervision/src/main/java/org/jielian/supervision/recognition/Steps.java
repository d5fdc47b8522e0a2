package org.jielian.supervision.recognition;

import static org.jielian.supervision.recognition.Action.*;
import static org.jielian.supervision.recognition.State.*;
import static org.jielian.supervision.recognition.Who.*;

import java.util.Arrays;
import java.util.List;
import org.jielian.supervision.states.StateTable;

/** All steps there are on the way to the title, and nothing else is one. */
public final class Steps {
    public static final StateTable<State, Action> TABLE = table();

    private static StateTable<State, Action> table() {
        StateTable.Rows<State, Action> rows = StateTable.<State, Action>rows()
                .row(DRAFT, EVALUATE, SELF_EVALUATED, UNIT, "全部指标已评分", "every item scored")
                .row(SELF_EVALUATED, REOPEN, DRAFT, UNIT)
                .row(
                        SELF_EVALUATED,
                        SUBMIT,
                        SUBMITTED,
                        UNIT,
                        "全部指标已评分、约束性指标满足、得分达标",
                        "every item scored, no veto, the pass line reached")
                .row(SUBMITTED, TAKE_UP, COUNTY_REVIEW, HOLDER, "县直单位", "a unit of a county")
                .row(SUBMITTED, TAKE_UP, CITY_REVIEW, HOLDER, "市直单位", "a unit of a city")
                .row(SUBMITTED, TAKE_UP, PROVINCE_REVIEW, HOLDER, "省直单位", "a unit of the province")
                .row(COUNTY_REVIEW, FORWARD, CITY_REVIEW, HOLDER, "得分仍达标", "still passing")
                .row(
                        COUNTY_REVIEW,
                        FORWARD,
                        PROVINCE_REVIEW,
                        HOLDER,
                        "省直管县；得分仍达标",
                        "a county directly under the province; still passing");
        reviewed(rows, CITY_REVIEW, FORWARD, PROVINCE_REVIEW);
        reviewed(rows, PROVINCE_REVIEW, PUBLISH, PUBLIC_NOTICE);
        List.of(COUNTY_REVIEW, CITY_REVIEW, PROVINCE_REVIEW)
                .forEach(review -> rows.row(review, RETURN, DRAFT, HOLDER, "说明理由", "a reason")
                        .row(review, REJECT, REJECTED, HOLDER, "说明理由", "a reason")
                        .row(review, BEGIN_ANEW, SUBMITTED, SYSTEM, "单位已划转", "the unit has moved"));
        notice(rows);
        List.of(RECOGNISED, CONFIRMED)
                .forEach(titled -> rows.row(titled, OPEN_RECHECK, UNDER_RECHECK, AUTHORITY, "说明理由", "a reason")
                        .row(
                                titled,
                                OPEN_RECHECK,
                                UNDER_RECHECK,
                                SYSTEM,
                                "年度数据中约束性指标不满足，或满三年",
                                "a binding item fails by the year's figures, or three years have passed"));
        rows.row(UNDER_RECHECK, CONFIRM, CONFIRMED, HOLDER, "说明理由", "a reason")
                .row(UNDER_RECHECK, RECTIFY, RECTIFYING, HOLDER, "说明理由；期限不超过 60 天", "a reason; at most 60 days")
                .row(UNDER_RECHECK, REVOKE, REVOKED, PROVINCE, "说明理由", "a reason")
                .row(RECTIFYING, CONFIRM, CONFIRMED, HOLDER, "说明理由", "a reason")
                .row(RECTIFYING, REVOKE, REVOKED, PROVINCE, "说明理由", "a reason")
                .row(RECTIFYING, REVOKE, REVOKED, SYSTEM, "整改期限已过", "the term of rectification is over");
        Arrays.stream(State.values())
                .filter(s -> !s.isFinal())
                .forEach(s -> rows.row(s, LAPSE, LAPSED, SYSTEM, "单位已撤并", "the unit is closed"));
        return rows.table();
    }

    private static void reviewed(StateTable.Rows<State, Action> rows, State from, Action action, State to) {
        rows.row(
                from,
                action,
                to,
                HOLDER,
                "得分仍达标；已抽取现场核查，抽中的须记录核查情况",
                "still passing; the sample for site visits drawn, and the visit recorded if drawn");
    }

    private static void notice(StateTable.Rows<State, Action> rows) {
        String zh = "说明理由；由登记人以外的人处理";
        String en = "a reason; by somebody else than who entered it";
        rows.row(PUBLIC_NOTICE, OBJECT, PUBLIC_NOTICE, AUTHORITY, "说明理由；公示暂停", "a reason; the notice pauses")
                .row(PUBLIC_NOTICE, DISMISS, PUBLIC_NOTICE, PROVINCE, zh, en)
                .row(PUBLIC_NOTICE, UPHOLD, REJECTED, PROVINCE, zh, en)
                .row(
                        PUBLIC_NOTICE,
                        RECOGNISE,
                        RECOGNISED,
                        SYSTEM,
                        "公示期满且无未决异议",
                        "the notice is over and no objection is open");
    }

    private Steps() {}
}
