package org.jielian.supervision.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.supervision.inspections.InspectionPlan.Drawn;
import org.jielian.supervision.inspections.PlanningInspections.Asked;

/** What a plan has to say to be one. */
final class PlanRules {
    private static final int LONGEST = 100;

    /** Whose plan it is, which is all one has to know to refuse strangers. */
    static String requireRegion(Asked asked) {
        if (asked == null || Said.isBlank(asked.region())) throw bad("请给出 region", "region is missing");
        return asked.region();
    }

    /** Checks what needs no look into the database. */
    static void requireWhole(Asked asked, LocalDate today) {
        if (asked.kind() == null) throw bad("请给出 kind", "kind is missing");
        if (Said.isBlank(asked.name()) || asked.name().length() > LONGEST) {
            throw bad("请给出 1 至 %s 个字的名称", "give a name of 1 to %s characters", LONGEST);
        }
        if (Said.isBlank(asked.standardCode())) throw bad("请给出标准", "standardCode is missing");
        if (asked.year() == null || asked.year() < 2000 || asked.year() > today.getYear()) {
            throw bad("年度应在 2000 至 %s 之间", "the year is from 2000 to %s", today.getYear());
        }
        if (asked.from() == null || asked.to() == null || asked.to().isBefore(asked.from())) {
            throw bad("起止日期有误", "the days are not in order");
        }
        if (asked.from().isBefore(today) || asked.to().isAfter(today.plusYears(1))) {
            throw bad("检查日期应在 %s 起一年以内", "the days lie within a year from %s on", today);
        }
    }

    /** Each once and without blanks. */
    static List<String> names(List<String> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(n -> !n.isEmpty())
                        .distinct()
                        .toList();
    }

    static Drawn requireDrawable(Drawn drawn) {
        if (drawn.seed().length() > LONGEST) throw bad("种子最多 %s 个字符", "a seed has at most %s characters", LONGEST);
        if (drawn.unitsWanted() < 1 || drawn.unitsWanted() > drawn.unitsInHat().size()) {
            throw bad(
                    "抽取单位数应为 1 至 %s（库内单位数）",
                    "from 1 to %s units, which is how many there are, can be drawn",
                    drawn.unitsInHat().size());
        }
        if (drawn.inspectorsInHat().isEmpty()) throw bad("请给出检查人员名录", "name the inspectors to be drawn from");
        return drawn;
    }

    /** A city below the province that plans. */
    static String requireCityBelow(String city, Plans plans, String province, Access access) {
        if (!"PROVINCE".equals(plans.tierOf(province))) {
            throw bad("交叉检查由省级组织", "cross-city inspections are planned by a province");
        }
        if (Said.isBlank(city)) throw bad("请给出检查方城市", "name the city that inspects");
        access.requireSees(city);
        if (!"CITY".equals(plans.tierOf(city))) throw bad("%s 不是市", "%s is no city", city);
        return city;
    }

    private static ProblemException bad(String zh, String en, Object... args) {
        return InspectionProblem.NOT_A_VALID_PLAN.because(zh, en, args);
    }

    private PlanRules() {}
}
