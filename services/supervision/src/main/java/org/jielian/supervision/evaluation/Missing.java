package org.jielian.supervision.evaluation;

/** Why something is not known; a missing figure is never a zero. */
public record Missing(Code code, String zh, String en) {
    /** The reasons there are. */
    public enum Code {
        NO_REPORTS("没有报表", "nothing was reported"),
        NOT_REPORTED("未填报所需数据", "what it is made of was not reported"),
        NO_COEFFICIENTS("没有该折算系数", "the coefficient set is not known"),
        HEATING_UNKNOWN("供暖用能未单独计量，无法扣除", "heating is not metered apart and can't be taken off"),
        NOT_OF_A_REGION("区域供暖方式不一，不计算", "heating differs within a region"),
        QUOTAS_ARE_FOR_UNITS("定额只适用于单位", "quotas are for units"),
        KIND_UNKNOWN("名录未登记单位类别", "the register does not say which kind of institution it is"),
        LEVEL_UNKNOWN("名录未登记等级", "the register does not say its level"),
        ZONE_UNKNOWN("标准未规定所在地的气候分区", "the standard names no climate zone for it"),
        NO_QUOTA("标准没有适用的定额", "the standard has no quota for it"),
        NO_BASE_YEAR("基准年没有数据", "there are no figures of the base year"),
        BASE_YEAR_INCOMPLETE("基准年数据不全", "months of the base year are missing"),
        YEAR_INCOMPLETE("本年数据不全", "months of the year are missing"),
        NOT_DUE("目标年份未到", "the target is for a later year"),
        TIMELINESS_UNKNOWN(
                "系统启用前的月份无法判断是否按时", "of months before this system began nobody can tell whether they came in time"),
        NOT_COMPUTED("需要其他来源的数据", "needs data from elsewhere"),
        LOW_COVERAGE("上报率不足，不参与排名", "too few reports to be ranked");

        private final String zh;
        private final String en;

        Code(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Missing missing() {
            return new Missing(this, zh, en);
        }
    }
}
