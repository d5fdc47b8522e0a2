package org.jielian.supervision.inspections;

import static org.jielian.supervision.inspections.InspectionAction.*;
import static org.jielian.supervision.inspections.InspectionStatus.CHECKING;
import static org.jielian.supervision.inspections.InspectionStatus.CONCLUDED;
import static org.jielian.supervision.inspections.InspectionStatus.CONFIRMED;
import static org.jielian.supervision.inspections.InspectionStatus.PLANNED;
import static org.jielian.supervision.inspections.Side.*;

import org.jielian.supervision.states.StateTable;

/** All steps there are in the life of an inspection. */
final class InspectionSteps {
    static final StateTable<InspectionStatus, InspectionAction> TABLE =
            StateTable.<InspectionStatus, InspectionAction>rows()
                    .row(PLANNED, POSTPONE, PLANNED, INSPECTORS, "理由和新的日期", "a reason and another day")
                    .row(
                            PLANNED,
                            BEGIN,
                            CHECKING,
                            INSPECTORS,
                            "检查日已到；单位当日有生效标准",
                            "the day has come; a standard is in force at the unit")
                    .row(PLANNED, CANCEL, InspectionStatus.CANCELLED, INSPECTORS, "理由", "a reason")
                    .row(PLANNED, CANCEL, InspectionStatus.CANCELLED, SYSTEM, "单位已撤并", "the unit is closed")
                    .row(CHECKING, LOOK, CHECKING, INSPECTORS, "存在问题的写明情况", "what was found, for a problem")
                    .row(CHECKING, STATE_CASE, CHECKING, UNIT, "陈述内容", "what the unit has to say")
                    .row(
                            CHECKING,
                            CONCLUDE,
                            CONCLUDED,
                            INSPECTORS,
                            "至少查看一项；检查情况",
                            "at least one item looked at; a statement")
                    .row(CHECKING, CANCEL, InspectionStatus.CANCELLED, INSPECTORS, "理由", "a reason")
                    .row(CONCLUDED, REOPEN, CHECKING, INSPECTORS, "理由", "a reason")
                    .row(CONCLUDED, CONFIRM, CONFIRMED, UNIT, "同意，或写明异议", "agreement, or what the unit objects to")
                    .row(CONCLUDED, CONFIRM, CONFIRMED, SYSTEM, "单位逾期未确认", "the unit let the day pass")
                    .row(CONFIRMED, CLOSE, InspectionStatus.CLOSED, INSPECTORS, "没有问题", "no problem was found")
                    .row(
                            CONFIRMED,
                            SERVE,
                            InspectionStatus.NOTIFIED,
                            INSPECTORS,
                            "有问题，且每个问题项都有整改要求；在检查后规定天数内",
                            "problems were found, each with what is required; within the days there are after the check")
                    .row(CONFIRMED, REPEAT, PLANNED, INSPECTORS, "理由和新的日期", "a reason and another day")
                    .row(
                            InspectionStatus.NOTIFIED,
                            RECTIFY,
                            InspectionStatus.RECTIFIED,
                            SYSTEM,
                            "全部问题已销号",
                            "every problem is verified")
                    .table();

    private InspectionSteps() {}
}
